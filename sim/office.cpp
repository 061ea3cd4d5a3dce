// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/office.h"

#include "sync/protocol/codec.h"
#include "sync/protocol/commandmessages.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

Office::Office(SimServer& server, Oracle& oracle, const SimImage& image, quint64 seed)
    : m_server(server), m_oracle(oracle), m_image(image),
      m_ids(m_clock, QRandomGenerator(quint32(seed))), m_device(m_ids.next())
{
}

Caller Office::admin() const
{
    return {{m_image.idOf(u"admin"_s), UserRole::Admin, {}}, m_device, true};
}

bool Office::push(const Mutation& mutation)
{
    Mutation numbered = mutation;
    numbered.mid = m_mid + 1;
    numbered.at = m_server.clock().now();
    m_oracle.mirror().refresh();
    numbered.base = {m_oracle.mirror().generation(), m_oracle.mirror().seq()};
    TransportRequest request;
    request.path = route::push;
    request.body =
        encode(PushRequest{m_device, protocolSchema, m_server.clock().now(), m_chain, {numbered}});
    const TransportResponse response = m_server.serveAs(admin(), request);
    if (response.status == 200) {
        m_chain = chainAfter(m_chain, numbered);
        ++m_mid;
        return true;
    }
    // Whatever became of it: a desk that starts anew repeats nothing.
    m_device = m_ids.next();
    m_mid = 0;
    m_chain.clear();
    return false;
}

Mutation Office::userEdit(const RecordId& user)
{
    Mutation mutation;
    mutation.operation = Operation::Set;
    mutation.kind = RecordKind::User;
    mutation.id = user;
    mutation.root = user;
    return mutation;
}

bool Office::setTeam(const RecordId& user, const RecordId& team)
{
    Mutation mutation = userEdit(user);
    mutation.changes = {{fieldIndexOf(&User::team), FieldValue(team)}};
    return push(mutation);
}

bool Office::setRole(const RecordId& user, UserRole role)
{
    Mutation mutation = userEdit(user);
    mutation.changes = {
        {fieldIndexOf(&User::role), FieldValue(QString(Words<UserRole>::words[size_t(role)]))}};
    return push(mutation);
}

bool Office::setActive(const RecordId& user, bool active)
{
    Mutation mutation = userEdit(user);
    mutation.changes = {{fieldIndexOf(&User::active), FieldValue(qint64(active))}};
    return push(mutation);
}

bool Office::remove(const RowImage& row)
{
    Mutation mutation;
    mutation.operation = Operation::Delete;
    mutation.kind = row.kind;
    mutation.id = row.id;
    mutation.root = row.root;
    return push(mutation);
}

bool Office::assign(const std::vector<RecordId>& families, const RecordId& to)
{
    m_oracle.mirror().refresh();
    AssignRequest request;
    request.to = to;
    for (const RecordId& family : families) {
        if (const RowImage* row = m_oracle.mirror().find(family))
            request.items.push_back({family, row->reference("owner")});
    }
    const Caller caller = admin();
    return run([&](const Commands& commands) { return commands.assign(caller, request, {}); });
}

bool Office::run(const std::function<Result<CommandAnswer>(const Commands&)>& work)
{
    return m_server.command(work).ok();
}

RecordId Office::ownerOf(const RecordId& family)
{
    m_oracle.mirror().refresh();
    const RowImage* row = m_oracle.mirror().find(family);
    return row ? row->reference("owner") : RecordId();
}

bool Office::claim(const RecordId& user, const RecordId& family)
{
    m_oracle.mirror().refresh();
    const RowImage* row = m_oracle.mirror().find(user);
    if (!row || !m_oracle.mirror().isActive(user))
        return false;
    const bool isLead = row->value("role") == "lead";
    const Caller caller{
        {user, isLead ? UserRole::Lead : UserRole::Tutor, row->reference("team")}, m_device, true};
    return run([&](const Commands& commands) { return commands.claim(caller, {{family}}, {}); });
}

bool Office::giveBack(const RecordId& family)
{
    const ReturnRequest request{{{family, ownerOf(family)}}};
    return run(
        [&](const Commands& commands) { return commands.returnToPool(admin(), request, {}); });
}

bool Office::merge(const RecordId& winner, const RecordId& loser)
{
    const MergeRequest request{winner, loser, ownerOf(winner), ownerOf(loser)};
    return run([&](const Commands& commands) { return commands.merge(admin(), request, {}); });
}

bool Office::unmerge(const RecordId& winner, const RecordId& loser)
{
    return run([&](const Commands& commands) {
        return commands.unmerge(admin(), {winner, loser}, {});
    });
}

bool Office::moveUser(const RecordId& user, const RecordId& team)
{
    m_oracle.mirror().refresh();
    const RowImage* row = m_oracle.mirror().find(user);
    const MoveUserRequest request{user, team, row ? row->reference("team") : RecordId()};
    return run([&](const Commands& commands) { return commands.moveUser(admin(), request, {}); });
}

} // namespace homeroom::sim
