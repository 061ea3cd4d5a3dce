// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/timelinehistory.h"

#include "models/store/historyquery.h"
#include "models/store/records.h"
#include "models/store/syncstate.h"

#include <QJsonArray>
#include <QSet>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Fields whose change is an entry of the timeline by itself.
bool isToldElsewhere(RecordKind kind, const QString& field)
{
    static const QSet<QString> times{u"friendRequestedAt"_s, u"friendAddedAt"_s, u"groupJoinedAt"_s,
        u"appSignedInAt"_s, u"closedAt"_s, u"lostReason"_s, u"doneAt"_s, u"joinedAt"_s, u"leftAt"_s,
        u"paidAt"_s, u"refundedAt"_s, u"refundedAmount"_s};
    return times.contains(field) || (kind == RecordKind::Task && field == u"state"_s);
}

class Telling {
public:
    Telling(Database& database, const RecordId& customer)
        : m_entries(familyRecords<HistoryEntry>(database, customer)),
          m_conflicts(familyRecords<Conflict>(database, customer)),
          m_device(SyncState(database).device().toString())
    {
        for (const FollowUp& followUp : familyRecords<FollowUp>(database, customer))
            m_nextSteps.insert(followUp.nextStep);
    }

    std::vector<TimelineEntry> run()
    {
        for (const HistoryEntry& entry : m_entries)
            tell(entry);
        for (const Conflict& conflict : m_conflicts)
            m_told.push_back({TimelineKind::ConflictRaised, conflict.at, conflict.id, conflict});
        return std::move(m_told);
    }

private:
    void tell(HistoryEntry entry)
    {
        const RecordKind kind = recordOfKey(entry.record).first;
        if (kind == RecordKind::None)
            return;
        if (kind == RecordKind::Conflict) {
            tellResolution(entry);
            return;
        }
        TimelineKind told = TimelineKind::Changed;
        if (entry.action == HistoryAction::Lost)
            told = TimelineKind::GaveWay;
        else if (entry.action == HistoryAction::Delete)
            told = TimelineKind::Removed;
        else if (entry.action == HistoryAction::Merge)
            told = TimelineKind::Merged;
        else if (entry.action == HistoryAction::Unmerge)
            told = TimelineKind::TakenApart;
        else if (!keepNews(kind, entry.changes))
            return;
        m_told.push_back({told, entry.at, entry.id, entry, kind, entry.device != m_device});
    }

    /// A later resolution is history, too: it says who came second.
    void tellResolution(const HistoryEntry& entry)
    {
        m_told.push_back({TimelineKind::ConflictResolved, entry.at, entry.id, entry,
            RecordKind::Conflict, entry.device != m_device});
    }

    bool keepNews(RecordKind kind, QJsonObject& changes) const
    {
        const QString next = changes.value("nextStep"_L1).toArray().at(1).toString();
        const bool byFollowUp = kind == RecordKind::Customer && m_nextSteps.contains(next);
        for (const QString& field : changes.keys()) {
            const bool step = field == u"nextStep"_s || field == u"nextStepAt"_s;
            if (isToldElsewhere(kind, field) || (step && byFollowUp))
                changes.remove(field);
        }
        return !changes.isEmpty();
    }

    std::vector<HistoryEntry> m_entries;
    std::vector<Conflict> m_conflicts;
    QString m_device;
    QSet<QString> m_nextSteps{};
    std::vector<TimelineEntry> m_told{};
};

} // namespace

std::vector<TimelineEntry> timelineOfHistory(Database& database, const RecordId& customer)
{
    return Telling(database, customer).run();
}

} // namespace homeroom
