// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverfixture.h"

#include "server/rules/recordwriter.h"

#include <QtTest/QtTest>

namespace homeroom::test {

using namespace Qt::StringLiterals;

void FailingObserver::aboutToStep(const char* sql)
{
    Q_UNUSED(sql)
    if (m_left < 0 || m_left-- > 0)
        return;
    m_failed = true;
    throw SQLite::Exception("injected", 10);
}

ServerFixture::ServerFixture()
{
    open();
    addTeam(u"A"_s);
    addTeam(u"B"_s);
    addUser(u"leadA"_s, UserRole::Lead, u"A"_s);
    addUser(u"leadB"_s, UserRole::Lead, u"B"_s);
    addUser(u"a1"_s, UserRole::Tutor, u"A"_s);
    addUser(u"a2"_s, UserRole::Tutor, u"A"_s);
    addUser(u"b1"_s, UserRole::Tutor, u"B"_s);
    addUser(u"ops"_s, UserRole::Operations, {});
    addUser(u"admin"_s, UserRole::Admin, {});
}

void ServerFixture::open()
{
    auto opened = SqliteStorage::open({file(), key, &observer});
    if (!opened.ok())
        qFatal("%s", qPrintable(opened.error().detail));
    storage = std::move(*opened);
}

void ServerFixture::backUp()
{
    storage.reset();
    QFile::remove(file() + u".backup"_s);
    if (!QFile::copy(file(), file() + u".backup"_s))
        qFatal("cannot copy the database");
    open();
}

void ServerFixture::restore()
{
    storage.reset();
    if (!QFile::remove(file()) || !QFile::copy(file() + u".backup"_s, file()))
        qFatal("cannot put the database back");
    open();
}

void ServerFixture::write(const RecordRow& row)
{
    const Caller system = systemCaller();
    const RulePolicy policy;
    const Result<void> written = storage->write([&](WriteTransaction& transaction) -> Result<void> {
        WriteContext context(transaction, system, clock.now(), policy, ids);
        context.takeStamp();
        const auto before = transaction.findRecord(row.kind, row.id);
        StoredRecord record{row, before ? before->versions : FieldVersions()};
        if (!before)
            record.versions.putCreation({context.stamp(), {}, {}, clock.now(), {}});
        writeRecord(context, record, before ? &before->row : nullptr, {u"fixture"_s, {}});
        return {};
    });
    if (!written.ok())
        qFatal("%s", qPrintable(written.error().detail));
}

void ServerFixture::addTeam(const QString& name)
{
    Team team;
    team.id = Id<Team>(ids.next());
    team.name = name;
    team.active = true;
    m_teams.insert(name, team.id);
    write(toRow(team));
}

void ServerFixture::addUser(const QString& name, UserRole role, const QString& team)
{
    User user;
    user.id = Id<User>(ids.next());
    user.name = name;
    user.role = role;
    user.team = Id<Team>(m_teams.value(team));
    user.active = true;
    write(toRow(user));
    m_users.insert(name, Caller{{user.id, role, user.team}, {}, true});
}

TestDevice ServerFixture::device(const QString& user)
{
    Q_ASSERT(m_users.contains(user));
    TestDevice device{m_users.value(user)};
    device.caller.device = ids.next();
    return device;
}

PushRequest ServerFixture::requestFor(
    const TestDevice& device, std::vector<Mutation> mutations) const
{
    PushRequest request;
    request.device = device.caller.device;
    request.sentAt = clock.now();
    request.chain = device.chain;
    qint64 mid = device.lastMid;
    for (Mutation& mutation : mutations) {
        mutation.mid = ++mid;
        if (mutation.at == 0)
            mutation.at = clock.now();
    }
    request.mutations = std::move(mutations);
    request.drains = true;
    return request;
}

std::vector<Outcome> ServerFixture::push(TestDevice& device, std::vector<Mutation> mutations)
{
    const PushRequest request = requestFor(device, std::move(mutations));
    const Result<PushAnswer> answer = Push(parts()).run(device.caller, request);
    if (!answer.ok())
        qFatal("push: %s", qPrintable(answer.error().detail));
    for (const Mutation& mutation : request.mutations)
        device.chain = chainAfter(device.chain, mutation);
    device.lastMid += qint64(request.mutations.size());
    return answer->response.outcomes;
}

Outcome ServerFixture::push(TestDevice& device, const Mutation& mutation)
{
    return push(device, std::vector{mutation}).front();
}

Id<Customer> ServerFixture::family(TestDevice& device, const QString& name)
{
    Customer customer;
    customer.id = Id<Customer>(ids.next());
    customer.name = name;
    const Outcome outcome = push(device, createMutation(customer));
    if (outcome.kind != OutcomeKind::Applied)
        qFatal("family: %s", qPrintable(outcome.message));
    return customer.id;
}

std::optional<StoredRecord> ServerFixture::stored(RecordKind kind, const RecordId& id)
{
    std::optional<StoredRecord> record;
    const Result<void> read = storage->read([&](ReadTransaction& transaction) -> Result<void> {
        record = transaction.findRecord(kind, id);
        return {};
    });
    return read.ok() ? record : std::nullopt;
}

std::vector<Conflict> ServerFixture::conflicts()
{
    std::vector<Conflict> found;
    const Result<void> read = storage->read([&](ReadTransaction& transaction) -> Result<void> {
        for (const RecordRow& row : transaction.records(RecordKind::Conflict))
            found.push_back(fromRow<Conflict>(row));
        return {};
    });
    if (!read.ok())
        qFatal("%s", qPrintable(read.error().detail));
    return found;
}

Stamp ServerFixture::stamp()
{
    return storage
        ->read([](ReadTransaction& transaction) -> Result<Stamp> {
            return transaction.organisation().stamp;
        })
        .value();
}

} // namespace homeroom::test
