// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exampleconflicts.h"

#include "models/store/historyquery.h"
#include "models/store/outbox.h"
#include "models/store/records.h"

#include <QJsonArray>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

class Examples {
public:
    Examples(Workspace& workspace, const Viewer& viewer, IdFactory& ids, const Clock& clock)
        : m_workspace(workspace), m_viewer(viewer), m_ids(ids), m_now(clock.now())
    {
    }

    RecordId add()
    {
        const auto families = listRecords<Customer>(
            m_workspace.reader(), "name IS NOT NULL AND name <> '' ORDER BY id DESC LIMIT 3");
        if (families.size() < 3)
            return {};
        findColleague();
        m_workspace.store().setAuthor({m_viewer.user, m_viewer.team});
        addEdits(families[0], families[1]);
        const auto said = m_workspace.store().write([&](Database& database) -> Result<ChangeSet> {
            RecordTable conflicts(database, recordType(RecordKind::Conflict));
            for (const RecordRow& row : conflictsOf(families))
                conflicts.put(row);
            RecordTable history(database, recordType(RecordKind::HistoryEntry));
            for (const RecordRow& row : historyOf(families[0]))
                history.put(row);
            return ChangeSet{Origin::Remote, {}};
        });
        return said.result().ok() ? RecordId(families[0].id) : RecordId();
    }

private:
    void findColleague()
    {
        for (const User& user : listRecords<User>(m_workspace.reader())) {
            if (user.id != m_viewer.user && user.role == UserRole::Tutor)
                m_colleague = user.id;
            if (user.role == UserRole::Lead && (m_lead.isNull() || user.team == m_viewer.team))
                m_lead = user.id;
        }
        if (m_lead == m_viewer.user)
            m_lead = m_colleague;
    }

    void addEdits(const Customer& refused, const Customer& waiting)
    {
        FollowUp note;
        note.id = Id<FollowUp>(m_ids.next());
        note.customer = refused.id;
        note.text = u"妈妈说孩子这周发烧，想把直播课改成回放；周六下午再打电话。"_s;
        note.happenedAt = m_now - hourMs;
        apply({createMutation(note)});
        const auto done = m_workspace.store().write([](Database& database) -> Result<ChangeSet> {
            Outbox outbox(database);
            std::vector<Outcome> refusals;
            for (const Mutation& edit :
                outbox.peek([](const QString&, const Mutation&) { return QString(); }, 10)
                    .mutations)
                refusals.push_back(
                    {.mid = edit.mid, .kind = OutcomeKind::Refused, .code = ErrorCode::NotFound});
            return outbox.settle(refusals);
        });
        if (!done.result().ok())
            qWarning("no refused example");
        apply({Change<Customer>(waiting.id, waiting.id)
                   .set(&Customer::nextStep, u"发送第三课回放"_s)
                   .mutation()});
    }

    void apply(std::vector<Mutation> mutations)
    {
        if (!m_workspace.store().apply({{}, std::move(mutations), {}}).result().ok())
            qWarning("an example was refused");
    }

    RecordRow conflictRow(const Customer& family, ConflictKind kind, const QString& field,
        const QJsonObject& values, const Id<User>& author)
    {
        Conflict conflict;
        conflict.id = Id<Conflict>(m_ids.next());
        conflict.customer = family.id;
        conflict.kind = kind;
        conflict.record = recordKey(RecordKind::Customer, family.id);
        conflict.fieldName = field;
        conflict.values = values;
        conflict.author = author;
        conflict.at = m_now - 90 * minuteMs;
        RecordRow row = toRow(conflict);
        row.stamp = {1, 1};
        return row;
    }

    std::vector<RecordRow> conflictsOf(const std::vector<Customer>& families)
    {
        const Customer& family = families[0];
        const Id<User> me(m_viewer.user);
        return {conflictRow(family, ConflictKind::Conflict, u"name"_s,
                    {{u"mine"_s, family.name + u"（妈妈）"_s}, {u"theirs"_s, family.name},
                        {u"before"_s, family.name.left(1)}},
                    me),
            conflictRow(family, ConflictKind::Conflict, u"relation"_s,
                {{u"mine"_s, u"grandmother"_s}, {u"theirs"_s, u"mother"_s},
                    {u"before"_s, u"unknown"_s}},
                me),
            conflictRow(families[1], ConflictKind::Suggestion, u"nextStep"_s,
                {{u"mine"_s, u"周五把体验课报告发给爸爸"_s}}, m_colleague),
            conflictRow(families[2], ConflictKind::Orphan, {},
                {{u"mine"_s,
                    QJsonObject{{u"remark"_s, u"外婆接送，周三晚上七点以后方便接电话。"_s},
                        {u"city"_s, u"苏州"_s}}}},
                m_colleague)};
    }

    RecordRow historyRow(
        const Customer& family, HistoryAction action, const QJsonObject& changes, Milliseconds ago)
    {
        HistoryEntry entry;
        entry.id = Id<HistoryEntry>(m_ids.next());
        entry.customer = family.id;
        entry.record = recordKey(RecordKind::Customer, family.id);
        entry.action = action;
        entry.changes = changes;
        entry.author = m_lead;
        entry.at = m_now - ago;
        RecordRow row = toRow(entry);
        row.stamp = {1, 1};
        return row;
    }

    /// Another family became part of this one.
    RecordRow mergeRow(const Customer& family)
    {
        return historyRow(family, HistoryAction::Merge,
            {{u"customer"_s, m_ids.next().toString()}, {u"name"_s, u"李秀英"_s}}, 3 * hourMs);
    }

    std::vector<RecordRow> historyOf(const Customer& family)
    {
        return {mergeRow(family),
            historyRow(family, HistoryAction::Set,
                {{u"name"_s, QJsonArray{family.name.left(1), family.name}},
                    {u"relation"_s, QJsonArray{u"unknown"_s, u"mother"_s}}},
                2 * hourMs),
            historyRow(family, HistoryAction::Lost,
                {{u"nextStep"_s, QJsonArray{u"发送第三课回放"_s, u"周日电话回访"_s}}}, hourMs)};
    }

    Workspace& m_workspace;
    Viewer m_viewer;
    IdFactory& m_ids;
    Milliseconds m_now;
    Id<User> m_colleague{};
    Id<User> m_lead{};
};

} // namespace

RecordId addExampleConflicts(
    Workspace& workspace, const Viewer& viewer, IdFactory& ids, const Clock& clock)
{
    return Examples(workspace, viewer, ids, clock).add();
}

} // namespace homeroom
