// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold when the faults have stopped and everybody has had time.
#include "sim/contentcheck.h"
#include "sim/oracle.h"
#include "sim/wirewords.h"

#include <QJsonArray>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

/// Less in a push says that the queue was empty behind it.

} // namespace

void Oracle::checkAtRest(SimClient& client, bool isReachable)
{
    const SimDisk::Quiet quiet(client.disk());
    m_mirror.refresh();
    const RecordId user = client.session().account().viewer.user;
    if (!isReachable)
        return;
    qint64 waiting = 0;
    const Result<void> counted = client.reader().read([&](Database& database) {
        Statement rest =
            database.statement("SELECT count(*) FROM outbox WHERE state <> 'attention'");
        waiting = rest.step() ? rest.integer(0) : 0;
    });
    if (!counted.ok() || waiting > 0 || client.engine().status().activity != SyncActivity::Idle)
        fail(u"I13"_s,
            u"%1 does not come to rest: %2 edits wait, activity %3, %4"_s
                .arg(client.person().profile)
                .arg(waiting)
                .arg(int(client.engine().status().activity))
                .arg(client.engine().status().problem ? client.engine().status().problem->detail
                                                      : QString()));
    compareRows(client, user, m_mirror.visibleTo(user));
    checkVisibleEdits(client);
    checkLeftovers(client, user);
    checkEveryEditAnswered(client);
    checkStarted(client);
}

bool Oracle::isUpToDate(SimClient& client)
{
    const SimDisk::Quiet quiet(client.disk());
    m_mirror.refresh();
    std::map<RecordId, RecordId> there;
    for (const auto& [id, row] : m_mirror.visibleTo(client.session().account().viewer.user)) {
        if (row->kind == RecordKind::Customer)
            there[id] = row->reference("owner");
    }
    std::map<RecordId, RecordId> here;
    const Result<void> read = client.reader().read([&](Database& database) {
        Statement families =
            database.statement("SELECT id, owner FROM r_customer WHERE deleted = 0");
        while (families.step())
            here[families.id(0)] = families.id(1);
    });
    return read.ok() && here == there;
}

// I2, I4, I14: every edit that a person saw committed has come to an outcome, and refusals lie in
// «needs attention».
void Oracle::checkEveryEditAnswered(SimClient& client)
{
    const SimDisk::Quiet quiet(client.disk());
    std::set<QString> attention;
    const Result<void> read = client.reader().read([&](Database& database) {
        Statement refused =
            database.statement("SELECT id, outcome FROM outbox WHERE state = 'attention'");
        while (refused.step()) {
            const bool hasReason = !refused.object(1).value("code"_L1).toString().isEmpty();
            if (!hasReason)
                fail(u"I14"_s, u"a refusal without a reason"_s);
            attention.insert(refused.id(0).toString());
        }
    });
    if (!read.ok())
        fail(u"I17"_s, u"a profile cannot be read: "_s + read.error().detail);
    for (const LocalEdit& edit : m_edits[client.number()]) {
        if (edit.isForgotten)
            continue;
        const QString id = edit.mutation.value("id"_L1).toString();
        for (const QString& identity : identitiesOf(edit.mutation, edit.fields)) {
            ++m_checks;
            const auto outcome = m_answered.find(identity);
            const bool lies = attention.contains(id);
            if (outcome == m_answered.end() && !lies)
                return fail(u"I4"_s,
                    u"%1: an edit was committed and never reached the server: %2"_s.arg(
                        client.person().profile, jsonText(edit.mutation)));
            const bool refused = outcome != m_answered.end() && !outcome->second;
            if (refused && !lies)
                return fail(u"I14"_s,
                    u"%1: a refusal did not reach its author: %2"_s.arg(
                        client.person().profile, jsonText(edit.mutation)));
        }
    }
}

void Oracle::checkServerAtRest()
{
    m_mirror.refresh();
    ++m_checks;
    std::map<std::pair<RecordId, qint64>, QByteArray> stored;
    const Result<void> read = m_mirror.database().read([&](Database& database) {
        Statement outcomes = database.statement("SELECT client, mid, json FROM outcome");
        while (outcomes.step())
            stored[{outcomes.id(0), outcomes.integer(1)}] = outcomes.blob(2);
        Statement twice = database.statement("SELECT count(*) FROM root_scope WHERE exit IS NULL "
                                             "GROUP BY scope, root HAVING count(*) > 1");
        if (twice.step())
            fail(u"I11"_s, u"a root is in a scope twice"_s);
    });
    if (!read.ok())
        return fail(u"I17"_s, u"the server's file cannot be read: "_s + read.error().detail);
    for (const auto& [key, outcome] : m_outcomes) {
        const auto found = stored.find(key);
        const bool same = found != stored.end()
            && QJsonDocument::fromJson(found->second) == QJsonDocument::fromJson(outcome);
        if (!same)
            return fail(u"I2"_s,
                u"mutation %1 of %2 was acknowledged as %3 and is not there"_s.arg(key.second)
                    .arg(key.first.toString(), QString::fromUtf8(outcome)));
    }
    checkGuardedAtRest();
    ++m_checks;
    if (const auto lost = ContentCheck(m_content, m_mirror.rows(), m_merged).firstLoss())
        fail(u"I2"_s, *lost);
    checkUnknownFields();
    checkTimes();
    checkCards();
    checkCommandsAtRest();
    const Result<QStringList> problems = m_server.parts().storage.read(
        [](ReadTransaction& transaction) -> Result<QStringList> { return transaction.problems(); });
    if (!problems.ok() || !problems->isEmpty())
        fail(u"I17"_s,
            u"the server's check: "_s
                + (problems.ok() ? problems->join(u"; "_s) : problems.error().detail));
}

// I15: these programs know nothing of a field that a newer one wrote, and must leave it alone.
void Oracle::checkUnknownFields()
{
    for (const auto& [id, fields] : m_unknownFields) {
        const RowImage* row = m_mirror.find(id);
        ++m_checks;
        if (row && QJsonDocument::fromJson(row->extra) != QJsonDocument::fromJson(fields))
            fail(u"I15"_s,
                u"the unknown fields of %1 are «%2», not «%3»"_s.arg(
                    id.toString(), QString::fromUtf8(row->extra), QString::fromUtf8(fields)));
    }
}

// What arrived with this commit was typed after the device's queue was last seen empty, and before
// it arrived, whatever the device's clock says.
void Oracle::noteTimes(const RecordId& device, const QJsonObject& sent, const QJsonArray& outcomes)
{
    const QJsonArray mutations = sent.value("mutations"_L1).toArray();
    const Milliseconds now = m_server.clock().now();
    const Milliseconds earliest = m_contacts[device];
    const Stamp commit = m_mirror.newest();
    for (qsizetype i = 0; i < mutations.size(); ++i) {
        const qint64 mid = mutations[i].toObject().value("mid"_L1).toInteger();
        const Stamp stamp = stampFrom(outcomes[i].toObject().value("stamp"_L1));
        // An edit that changed nothing has the stamp of an older commit.
        if (!m_outcomes.contains({device, mid}) && stamp == commit)
            m_times.try_emplace(stamp, Span{earliest, now});
    }
    if (sent.value("drains"_L1).toBool())
        m_contacts[device] = now;
}

// I9: what says something about a stage is that of the one which stands.
void Oracle::checkCards()
{
    for (const auto& [id, row] : m_mirror.rows()) {
        const RowImage* stage = row->kind == RecordKind::Opportunity && !row->deleted
            ? m_mirror.find(row->reference("stage"))
            : nullptr;
        if (!stage)
            continue;
        ++m_checks;
        const bool isLost = stage->value("role") == "lost";
        const bool isClosed = isLost || stage->value("role") == "paid";
        if (isClosed == row->value("closedAt").isEmpty()
            || (!isLost && !row->value("lostReason").isEmpty()))
            fail(u"I9"_s,
                u"card %1 stands in «%2», was closed at «%3» and lost for «%4»"_s.arg(id.toString(),
                    QString::fromUtf8(stage->value("role")),
                    QString::fromUtf8(row->value("closedAt")),
                    QString::fromUtf8(row->value("lostReason"))));
    }
}

// I16: a wrong clock moves nothing out of the time in which it can have been.
void Oracle::checkTimes()
{
    for (const auto& [id, row] : m_mirror.rows()) {
        const auto span = m_times.find(row->stamp);
        if (row->kind != RecordKind::HistoryEntry || span == m_times.end())
            continue;
        ++m_checks;
        const Milliseconds at = row->value("at").toLongLong();
        if (at < span->second.from || at > span->second.to)
            fail(u"I16"_s,
                u"history says %1 of what was typed between %2 and %3"_s.arg(at)
                    .arg(span->second.from)
                    .arg(span->second.to));
    }
}

} // namespace homeroom::sim
