// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/office.h"

#include "sync/protocol/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

/// A well-formed command of the same kind that says something else.
QByteArray otherBody(const QByteArray& body, const RecordId& unknown)
{
    QJsonObject object = QJsonDocument::fromJson(body).object();
    const QString id = unknown.toString();
    QJsonArray items = object.value("items"_L1).toArray();
    QJsonArray customers = object.value("customers"_L1).toArray();
    if (!items.isEmpty()) {
        items.append(QJsonObject{{u"customer"_s, id}, {u"expectedOwner"_s, id}});
        object.insert(u"items"_s, items);
    } else if (!customers.isEmpty()) {
        customers.append(id);
        object.insert(u"customers"_s, customers);
    } else {
        for (const QLatin1StringView member : {"loser"_L1, "expectedTeam"_L1, "customer"_L1}) {
            if (object.contains(member))
                object.insert(member, id);
        }
        if (object.contains("filter"_L1))
            object.insert(u"filter"_s, object.value("filter"_L1).toString() + u'!');
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

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

AssignRequest Office::assignRequest(const std::vector<RecordId>& families, const RecordId& to)
{
    AssignRequest request;
    request.to = to;
    for (const RecordId& family : families)
        request.items.push_back({family, ownerOf(family)});
    return request;
}

ReturnRequest Office::returnRequest(const RecordId& family)
{
    return {{{family, ownerOf(family)}}};
}

MergeRequest Office::mergeRequest(const RecordId& winner, const RecordId& loser)
{
    return {winner, loser, ownerOf(winner), ownerOf(loser)};
}

MoveUserRequest Office::moveRequest(const RecordId& user, const RecordId& team)
{
    m_oracle.mirror().refresh();
    const RowImage* row = m_oracle.mirror().find(user);
    return {user, team, row ? row->reference("team") : RecordId()};
}

RecordId Office::ownerOf(const RecordId& family)
{
    m_oracle.mirror().refresh();
    const RowImage* row = m_oracle.mirror().find(family);
    return row ? row->reference("owner") : RecordId();
}

bool Office::run(const Caller& caller, QLatin1StringView path, const QByteArray& body)
{
    TransportRequest request;
    request.path = path;
    request.body = body;
    request.idempotencyKey = m_ids.next().toString().toLatin1();
    return m_server.serveAs(caller, request).status == 200;
}

bool Office::give(const AssignRequest& request)
{
    return run(admin(), route::assign, encode(request));
}

bool Office::give(const ReturnRequest& request)
{
    return run(admin(), route::returnToPool, encode(request));
}

bool Office::give(const MergeRequest& request)
{
    return run(admin(), route::merge, encode(request));
}

bool Office::give(const UnmergeRequest& request)
{
    return run(admin(), route::unmerge, encode(request));
}

bool Office::give(const MoveUserRequest& request)
{
    return run(admin(), route::moveUser, encode(request));
}

bool Office::claim(const RecordId& user, const ClaimRequest& request)
{
    m_oracle.mirror().refresh();
    return m_oracle.mirror().isActive(user) && run(callerOf(user), route::claim, encode(request));
}

Caller Office::callerOf(const RecordId& user)
{
    m_oracle.mirror().refresh();
    Caller caller{{user, UserRole::Tutor, {}}, m_device, m_oracle.mirror().isActive(user)};
    const RowImage* row = m_oracle.mirror().find(user);
    if (!row)
        return caller;
    caller.viewer.team = row->reference("team");
    for (size_t i = 0; i < std::size(Words<UserRole>::words); ++i) {
        if (QString(Words<UserRole>::words[i]).toUtf8() == row->value("role"))
            caller.viewer.role = UserRole(i);
    }
    return caller;
}

void Office::repeat(const KnownCommand& known, const QByteArray& key, bool asItWas)
{
    TransportRequest request;
    request.path = known.path;
    request.body = asItWas ? known.body : otherBody(known.body, m_ids.next());
    request.idempotencyKey = key;
    m_server.serveAs(callerOf(known.viewer.user), request);
}

} // namespace homeroom::sim
