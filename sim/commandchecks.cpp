// SPDX-License-Identifier: GPL-3.0-or-later
// Commands as the wire has them: at most once (I3), in the audit (I2), and nobody reads what they
// do not see (I5).
#include "sim/oracle.h"
#include "sim/wirewords.h"
#include "sync/protocol/commandmessages.h"

#include <QJsonArray>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds keyLife = 30 * dayMs;

QJsonObject objectOf(const QByteArray& body)
{
    return QJsonDocument::fromJson(body).object();
}

QString actionOf(const QString& path)
{
    return path.section(u'/', -1);
}

bool isUnmask(const RunningCommand& running)
{
    return running.request.path == QString(route::unmask);
}

/// A server that is out of order says nothing about the command.
bool isNoAnswer(const TransportResponse* response)
{
    return !response || response->status == 0 || response->status >= 500;
}

/// The families that a command is about.
std::vector<RecordId> rootsOf(const QJsonObject& body)
{
    std::vector<RecordId> roots;
    for (const QJsonValue& item : body.value("items"_L1).toArray())
        roots.push_back(idIn(item.toObject(), "customer"_L1));
    for (const QJsonValue& family : body.value("customers"_L1).toArray())
        roots.push_back(RecordId::fromString(family.toString()).value_or(RecordId()));
    for (const QLatin1StringView member : {"winner"_L1, "loser"_L1, "customer"_L1}) {
        if (body.contains(member))
            roots.push_back(idIn(body, member));
    }
    return roots;
}

/// Rights of domain.md: who has them at all.
bool mayUnmask(const Viewer& viewer)
{
    return viewer.role != UserRole::Tutor && viewer.role != UserRole::Sales;
}

} // namespace

AuditLines Oracle::auditSince(qint64 number)
{
    AuditLines lines;
    Statement rows = m_mirror.database().statement(
        "SELECT number, user, action, subject, detail FROM audit WHERE number > ?1");
    rows.bind(1, number);
    while (rows.step())
        lines[rows.integer(0)] = {rows.id(1), rows.text(2), rows.text(3), rows.object(4)};
    return lines;
}

void Oracle::commanding(const Caller& caller, const TransportRequest& request)
{
    Statement end = m_mirror.database().statement("SELECT coalesce(max(number), 0) FROM audit");
    const qint64 number = end.step() ? end.integer(0) : 0;
    m_running = RunningCommand{caller.viewer, caller.active, request, number};
}

void Oracle::commanded(const TransportResponse* response)
{
    const RunningCommand running = m_running;
    const AuditLines lines = auditSince(running.auditEnd);
    m_mirror.refresh();
    ++m_checks;
    checkCommandWords(running, response);
    checkNotedOnce(running, lines);
    noteJoined(running, lines);
    const std::pair key{running.viewer.user, running.request.idempotencyKey};
    const Milliseconds now = m_server.clock().now();
    auto known = m_commands.commands.find(key);
    if (known != m_commands.commands.end() && known->second.at < now - keyLife)
        known = m_commands.commands.erase(known);
    const bool isNew = known == m_commands.commands.end() || known->first != key;
    const bool isDone = response && response->status == 200;
    if (!isNew)
        return checkRepeated(known->second, running, response, lines);
    if (lines.empty() && !isDone)
        return;
    KnownCommand command{running.viewer, running.request.path, running.request.body,
        isDone ? response->body : QByteArray(), lines, now};
    if (isDone)
        checkDone(command);
    m_commands.commands[key] = std::move(command);
}

// I3: the same request again has no further effect and the same answer; another one has neither.
void Oracle::checkRepeated(KnownCommand& known, const RunningCommand& running,
    const TransportResponse* response, const AuditLines& lines)
{
    const bool isSame = known.path == running.request.path && known.body == running.request.body;
    const QString name = actionOf(running.request.path);
    if (!lines.empty() && !(isSame && known.lines.empty() && known.response.isEmpty()))
        return fail(u"I3"_s, u"a %1 took effect a second time under its key"_s.arg(name));
    if (isNoAnswer(response))
        return;
    const bool isDone = response->status == 200;
    // Who has another role, team or state by now is asked for rights first.
    const bool isSameCaller = running.isActive && known.viewer == running.viewer;
    if (!isSame) {
        const QString code =
            objectOf(response->body).value("error"_L1).toObject().value("code"_L1).toString();
        if (isDone
            || (isSameCaller && known.path == running.request.path && !isUnmask(running)
                && code != "conflict"_L1))
            fail(u"I3"_s,
                u"another %1 under a key that was used is answered with %2 %3"_s.arg(name)
                    .arg(response->status)
                    .arg(code));
        return;
    }
    if (known.response.isEmpty()) {
        if (isDone) {
            known.response = response->body;
            checkDone(known);
        } else if (isSameCaller && !isUnmask(running)) {
            fail(u"I3"_s,
                u"a %1 that was done is answered with %2 when it is asked again"_s.arg(name).arg(
                    response->status));
        }
        return;
    }
    if (isUnmask(running))
        return;
    if (isDone ? response->body != known.response : isSameCaller)
        fail(u"I3"_s,
            u"a %1 was answered with %2 and then with %3 %4"_s
                .arg(name, QString::fromUtf8(known.response))
                .arg(response->status)
                .arg(QString::fromUtf8(response->body)));
}

// I2: what was acknowledged stands in the audit.
void Oracle::checkDone(const KnownCommand& command)
{
    const QJsonObject body = objectOf(command.body);
    const QString action = actionOf(command.path);
    const auto isNoted = [&](const QString& id) {
        return std::ranges::any_of(command.lines, [&](const auto& line) {
            return line.second.user == command.viewer.user && line.second.action == action
                && line.second.subject.contains(id);
        });
    };
    const auto miss = [&](const QString& what) {
        fail(u"I2"_s, u"a %1 was acknowledged and is not in the audit: %2"_s.arg(action, what));
    };
    for (const RecordId& root : rootsOf(body)) {
        if (!isNoted(root.toString()))
            return miss(root.toString());
    }
    // Into the team where the user is nothing happens.
    const bool moves = body.value("team"_L1) != body.value("expectedTeam"_L1);
    if (command.path == QString(route::moveUser) && moves
        && !isNoted(idIn(body, "user"_L1).toString()))
        return miss(u"the user"_s);
    if (command.path == QString(route::exportNotice) && !isNoted({}))
        return miss(u"the export"_s);
}

// One entry of the audit for each wish of a person: its words are used once.
void Oracle::checkNotedOnce(const RunningCommand& running, const AuditLines& lines)
{
    for (const auto& [number, line] : lines) {
        if (line.user != running.viewer.user)
            fail(u"I2"_s, u"the audit names another user than the caller of a command"_s);
        const QString word =
            line.detail.value("reason"_L1).toString() + line.detail.value("filter"_L1).toString();
        if (word.isEmpty())
            continue;
        const Milliseconds now = m_server.clock().now();
        const auto [noted, isNew] = m_commands.words.try_emplace(word, now);
        // A key is kept for so long; what comes later is another wish.
        if (!isNew && noted->second >= now - keyLife)
            fail(u"I3"_s, u"«%1» stands in the audit twice"_s.arg(word));
        noted->second = now;
    }
}

// I5: an answer holds content of a family only for who sees it, and only where it was asked for.
void Oracle::checkCommandWords(const RunningCommand& running, const TransportResponse* response)
{
    if (!response)
        return;
    const RecordId user = running.viewer.user;
    std::set<int> families = familiesIn(response->body);
    families.merge(fullPhonesIn(response->body));
    if (!isUnmask(running) || response->status != 200) {
        if (!families.empty())
            fail(u"I5"_s, u"the answer to a command holds content"_s);
    }
    if (!isUnmask(running))
        return;
    const RecordId root = idIn(objectOf(running.request.body), "customer"_L1);
    const RowImage* family = m_mirror.find(root);
    const bool sees = family && !family->deleted && m_mirror.sees(user, root);
    if (response->status == 200 && (!sees || !running.isActive || !mayUnmask(running.viewer)))
        fail(u"I5"_s, u"%1 reads contacts of %2 in full"_s.arg(user.toString(), root.toString()));
    for (const int each : families) {
        if (!mayHold(user, each))
            fail(u"I5"_s, u"an unmask holds content of family %1"_s.arg(each));
    }
    if (response->status == 200) {
        const QString phone = objectOf(response->body).value("phone"_L1).toString();
        if (family && QString::fromUtf8(family->value("phone")) != phone)
            fail(u"I5"_s, u"an unmask says another phone than the family has"_s);
        return;
    }
    if (sees || response->status == 403 || isNoAnswer(response))
        return;
    if (m_notFound.isEmpty())
        m_notFound = response->body;
    if (response->status != 404 || response->body != m_notFound)
        fail(u"I5"_s,
            u"an unmask of what the caller does not see is answered with %1 %2"_s
                .arg(response->status)
                .arg(QString::fromUtf8(response->body)));
}

// A merge that took effect moves words, whoever heard of it.
void Oracle::noteJoined(const RunningCommand& running, const AuditLines& lines)
{
    if (lines.empty())
        return;
    const QJsonObject body = objectOf(running.request.body);
    const RecordId loser = idIn(body, "loser"_L1);
    if (running.request.path == QString(route::merge))
        mergedFamily(loser, idIn(body, "winner"_L1));
    else if (running.request.path == QString(route::unmerge))
        separatedFamily(loser);
}

KnownCommand* Oracle::commandToRepeat(SimRandom& random, QByteArray& key)
{
    std::vector<std::pair<QByteArray, KnownCommand*>> open;
    for (auto& [name, command] : m_commands.commands) {
        if (!command.response.isEmpty())
            open.emplace_back(name.second, &command);
    }
    if (open.empty())
        return nullptr;
    const auto& chosen = random.pick(open);
    key = chosen.first;
    return chosen.second;
}

// I2 and I5 at the end: nothing acknowledged left the audit, and no contact stays in an answer
// that is kept for repetitions.
void Oracle::checkCommandsAtRest()
{
    const AuditLines lines = auditSince(0);
    for (const auto& [key, command] : m_commands.commands) {
        ++m_checks;
        for (const auto& [number, line] : command.lines) {
            const auto found = lines.find(number);
            if (found == lines.end() || !(found->second == line))
                fail(u"I2"_s, u"the audit has lost %1 of %2"_s.arg(line.action, line.subject));
        }
    }
    Statement kept = m_mirror.database().statement("SELECT response FROM idempotent");
    while (kept.step()) {
        const QByteArray response = kept.blob(0);
        if (!familiesIn(response).empty() || !fullPhonesIn(response).empty())
            fail(u"I5"_s, u"the answer that is kept for a repetition holds content"_s);
    }
}

} // namespace homeroom::sim
