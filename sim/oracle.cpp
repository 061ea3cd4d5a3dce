// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/oracle.h"

#include "sim/fieldtable.h"
#include "sim/wirewords.h"

#include <QJsonArray>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr double sampled = 0.35;
constexpr size_t keptExpectations = 32;

} // namespace

Oracle::Oracle(SimServer& server, const SimRandom& random)
    : m_server(server), m_random(random), m_mirror(server.path(), SimServer::key())
{
    knowRows();
}

void Oracle::fail(const QString& invariant, const QString& text)
{
    if (!m_failure)
        m_failure = Failure{invariant, text};
}

int Oracle::newFamily(const RecordId& root)
{
    const int number = m_families.empty() ? 0 : m_families.rbegin()->first + 1;
    m_families[number] = {root};
    return number;
}

void Oracle::mergedFamily(const RecordId& loser, const RecordId& winner)
{
    m_merged[loser] = winner;
    for (auto& [number, roots] : m_families) {
        if (roots.contains(loser) || roots.contains(winner))
            roots.insert({loser, winner});
    }
    m_guarded.forgetRoot(loser);
    m_guarded.forgetRoot(winner);
    noteMove(ContentEvent::What::Merge, winner, loser);
}

void Oracle::separatedFamily(const RecordId& loser)
{
    const auto found = m_merged.find(loser);
    if (found == m_merged.end())
        return;
    m_guarded.forgetRoot(loser);
    m_guarded.forgetRoot(found->second);
    noteMove(ContentEvent::What::Unmerge, found->second, loser);
    m_merged.erase(found);
}

void Oracle::committed(SimClient& client, const std::vector<QJsonObject>& mutations)
{
    std::vector<LocalEdit>& edits = m_edits[client.number()];
    for (const QJsonObject& mutation : mutations) {
        const QJsonObject fields = partsOf(mutation.value("set"_L1).toObject());
        for (LocalEdit& earlier : edits) {
            if (earlier.mutation.value("id"_L1) != mutation.value("id"_L1))
                continue;
            if (mutation.value("op"_L1) == "delete"_L1 || mutation.value("op"_L1) == "create"_L1)
                earlier.isVisibleDue = false;
            for (const QString& field : fields.keys())
                earlier.fields.remove(field);
        }
        edits.push_back({++m_lastEdit, mutation, fields, true, {}});
    }
}

// A decision that was never sent is taken back whole; nothing else leaves the queue that way.
void Oracle::withdrawn(SimClient& client, const std::vector<QJsonObject>& mutations)
{
    std::set<qint64> decisions;
    for (const QJsonObject& mutation : mutations) {
        if (mutation.value("type"_L1) == "conflict"_L1)
            decisions.insert(mutation.value("group"_L1).toInteger());
    }
    for (const QJsonObject& mutation : mutations) {
        const qint64 group = mutation.value("group"_L1).toInteger();
        if (!decisions.contains(group) || mutation.value("mid"_L1).toInteger() != 0)
            return fail(u"I4"_s, u"an undo took out of the queue: "_s + jsonText(mutation));
        for (LocalEdit& edit : m_edits[client.number()]) {
            const bool same = edit.mutation.value("id"_L1) == mutation.value("id"_L1)
                && edit.mutation.value("group"_L1).toInteger() == group;
            edit.isVisibleDue = edit.isVisibleDue && !same;
            edit.isForgotten = edit.isForgotten || same;
        }
    }
}

void Oracle::profileReplaced(SimClient& client, const SimClient& from)
{
    m_edits[client.number()] = m_edits[from.number()];
    for (LocalEdit& edit : m_edits[client.number()])
        edit.isVisibleDue = false;
}

void Oracle::wordsLost(SimClient& client, size_t edits)
{
    std::vector<LocalEdit>& known = m_edits[client.number()];
    known.resize(std::min(known.size(), edits));
    for (LocalEdit& edit : known)
        edit.isVisibleDue = false;
}

void Oracle::pushed(const Caller& caller, const QByteArray& request, const QByteArray& response)
{
    const QJsonObject sent = QJsonDocument::fromJson(request).object();
    const QJsonArray mutations = sent.value("mutations"_L1).toArray();
    const QJsonArray outcomes =
        QJsonDocument::fromJson(response).object().value("outcomes"_L1).toArray();
    const RecordId device = idIn(sent, "device"_L1);
    if (mutations.size() != outcomes.size())
        return fail(u"I3"_s,
            u"a push of %1 mutations has %2 outcomes"_s.arg(mutations.size()).arg(outcomes.size()));
    if (!familiesIn(response).empty())
        return fail(u"I5"_s, u"the answer to a push holds content"_s);
    checkGroups(mutations, outcomes);
    noteTimes(device, sent, outcomes);
    for (qsizetype i = 0; i < mutations.size(); ++i)
        noteExchange(caller, device, mutations[i].toObject(), outcomes[i].toObject());
}

void Oracle::noteExchange(const Caller& caller, const RecordId& device, const QJsonObject& mutation,
    const QJsonObject& outcome)
{
    const qint64 mid = mutation.value("mid"_L1).toInteger();
    const QByteArray bytes = compactJson(outcome);
    const auto [known, isNew] = m_outcomes.try_emplace({device, mid}, bytes);
    ++m_checks;
    if (outcome.value("mid"_L1).toInteger() != mid)
        return fail(u"I3"_s, u"an outcome stands at the wrong place"_s);
    if (!isNew) {
        if (known->second != bytes)
            fail(u"I3"_s,
                u"an outcome changed from %1 to %2"_s.arg(
                    QString::fromUtf8(known->second), QString::fromUtf8(bytes)));
        return;
    }
    if (outcome.value("outcome"_L1) == "refused"_L1)
        checkRefusal(caller, mutation, outcome);
    const RecordId root = idIn(mutation, "root"_L1);
    const auto sees = [&] {
        m_mirror.refresh();
        return m_mirror.sees(caller.viewer.user, root);
    };
    Stamp stamp = stampFrom(outcome.value("stamp"_L1));
    const auto wrong = m_guarded.take({mutation, outcome, device, caller.viewer.user,
        stamp.isZero() ? m_mirror.generation() : stamp.generation, sees});
    if (wrong)
        fail(u"I9"_s, *wrong);
    noteContent(device, mutation, outcome);
    noteChoice(mutation, outcome);
    noteEcho(device, mutation, outcome);
}

// Who settles a conflict for «mine» may be somebody who reads the field masked and cannot write it;
// the server does that.
void Oracle::noteChoice(const QJsonObject& mutation, const QJsonObject& outcome)
{
    const QJsonObject set = mutation.value("set"_L1).toObject();
    const bool chosen = mutation.value("type"_L1) == "conflict"_L1
        && set.value("resolution"_L1) == "mine"_L1 && outcome.value("outcome"_L1) != "refused"_L1;
    if (!chosen)
        return;
    m_mirror.refresh();
    const RowImage* conflict = m_mirror.find(idIn(mutation, "id"_L1));
    const QString record = conflict ? QString::fromUtf8(conflict->value("record")) : QString();
    const auto id = RecordId::fromString(record.section(u'/', 1));
    const RowImage* row = id ? m_mirror.find(*id) : nullptr;
    const QString field = conflict ? QString::fromUtf8(conflict->value("fieldName")) : QString();
    const int index = row ? recordType(row->kind).indexOf(field) : -1;
    if (index < 0)
        return;
    const QJsonValue mine =
        QJsonDocument::fromJson(conflict->value("values")).object().value("mine"_L1);
    if (!mine.isString() || QString::fromUtf8(row->values[size_t(index)]) != mine.toString())
        return;
    const Stamp stamp = stampFrom(outcome.value("stamp"_L1));
    const FieldRule* rule = findFieldRule(recordType(row->kind).name, field);
    if (rule && rule->merge == FieldClass::Guarded)
        m_guarded.know(*id, field, mine, stamp);
    ContentEvent event;
    event.what = ContentEvent::What::Choice;
    event.stamp = stamp;
    event.mutation = {{u"set"_s, QJsonObject{{field, mine}}}};
    event.record = *id;
    m_content.add(std::move(event));
}

void Oracle::noteEcho(const RecordId&, const QJsonObject& mutation, const QJsonObject& outcome)
{
    const QJsonObject set = partsOf(mutation.value("set"_L1).toObject());
    // Copies of a profile send the same edit twice; it is refused only where both were.
    const bool accepted = outcome.value("outcome"_L1) != "refused"_L1;
    const auto answer = [&](const QString& identity) {
        bool& known = m_answered[identity];
        known = known || accepted;
    };
    answer(identityOf(mutation, {}));
    for (auto part = set.begin(); part != set.end(); ++part)
        answer(identityOf(mutation, part.key(), part.value()));
    const bool isPlain = outcome.value("outcome"_L1) == "applied"_L1;
    for (auto& [client, edits] : m_edits) {
        for (LocalEdit& edit : edits) {
            if (edit.mutation.value("id"_L1) != mutation.value("id"_L1))
                continue;
            if (edit.mutation.value("op"_L1) != mutation.value("op"_L1) || !isIn(edit.fields, set))
                continue;
            // Merged, in conflict or refused: what is seen may be another value from here on.
            if (isPlain)
                edit.acked = std::max(edit.acked, stampFrom(outcome.value("stamp"_L1)));
            else
                edit.isVisibleDue = false;
        }
    }
}

void Oracle::checkGroups(const QJsonArray& mutations, const QJsonArray& outcomes)
{
    std::map<qint64, std::pair<int, int>> groups; // refused and other
    for (qsizetype i = 0; i < mutations.size(); ++i) {
        const qint64 group = mutations[i].toObject().value("group"_L1).toInteger();
        if (group == 0)
            continue;
        const bool refused = outcomes[i].toObject().value("outcome"_L1) == "refused"_L1;
        ++(refused ? groups[group].first : groups[group].second);
    }
    for (const auto& [group, counts] : groups) {
        if (counts.first > 0 && counts.second > 0)
            fail(u"I10"_s,
                u"of group %1 the server took %2 mutations and refused %3"_s.arg(group)
                    .arg(counts.second)
                    .arg(counts.first));
    }
}

void Oracle::checkRefusal(
    const Caller& caller, const QJsonObject& mutation, const QJsonObject& outcome)
{
    if (mutation.value("op"_L1) != "create"_L1 || outcome.value("code"_L1) != "not-found"_L1)
        return;
    m_mirror.refresh();
    const RowImage* row = m_mirror.find(idIn(mutation, "id"_L1));
    if (!row || row->deleted || !m_mirror.sees(caller.viewer.user, row->root))
        return;
    fail(u"I3"_s,
        u"a create of a %1 that exists was refused: %2"_s.arg(
            QString(recordType(row->kind).name), QString::fromUtf8(compactJson(outcome))));
}

void Oracle::pulled(const Caller& caller, const QByteArray& response)
{
    const RecordId user = caller.viewer.user;
    const QJsonObject page = QJsonDocument::fromJson(response).object();
    const std::set<int> families = familiesIn(response);
    const std::set<int> phones = fullPhonesIn(response);
    const bool expects = page.value("last"_L1).toBool() && m_random.chance(sampled);
    if (families.empty() && !expects)
        return;
    m_mirror.refresh();
    ++m_checks;
    for (const int family : families) {
        if (!mayHold(user, family))
            fail(u"I5"_s,
                u"a page for %1 holds words of family %2: %3"_s.arg(user.toString())
                    .arg(family)
                    .arg(aroundMark(response, family)));
    }
    for (const int family : phones) {
        if (!mayHoldPhone(user, family))
            fail(u"I5"_s,
                u"a page for %1 holds a phone of family %2"_s.arg(user.toString()).arg(family));
    }
    if (!expects)
        return;
    if (m_expected.size() >= keptExpectations)
        m_expected.clear();
    m_expected[page.value("cursor"_L1).toString()] = m_mirror.visibleTo(user);
}

bool Oracle::mayHold(const RecordId& user, int family)
{
    return std::ranges::any_of(
        m_families[family], [&](const RecordId& root) { return m_mirror.sees(user, root); });
}

bool Oracle::mayHoldPhone(const RecordId& user, int family) const
{
    const auto found = m_families.find(family);
    return found != m_families.end()
        && std::ranges::any_of(
            found->second, [&](const RecordId& root) { return m_mirror.isOwner(user, root); });
}

void Oracle::sessionEnded(SimClient& client, const QString& cursor)
{
    checkAfterSession(client, cursor);
}

void Oracle::serverStops()
{
    m_lastGeneration = m_mirror.newest().generation;
    m_mirror.forget();
}

} // namespace homeroom::sim
