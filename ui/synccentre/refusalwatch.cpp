// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccentre/refusalwatch.h"

#include "models/store/historyquery.h"
#include "models/store/outbox.h"
#include "models/store/outboxquery.h"
#include "models/store/records.h"
#include "models/store/synccentrequery.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/synccentre/centrewords.h"

namespace homeroom {

using namespace Qt::StringLiterals;

RefusalWatch::RefusalWatch(PageContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_seen(Outbox(context.workspace.reader()).lastRefused())
{
    const auto waiting = context.workspace.reader().read(readOutbox);
    for (const OutboxLine& line : waiting.ok() ? *waiting : std::vector<OutboxLine>()) {
        if (line.type == QLatin1StringView(recordType(RecordKind::Conflict).name))
            m_decided.insert(line.id);
    }
    connect(&context.workspace.store(), &RecordStore::changed, this, &RefusalWatch::follow);
}

void RefusalWatch::follow(const ChangeSet& changes)
{
    for (const ChangedRecord& record : changes.records) {
        if (record.kind == RecordKind::Conflict && changes.origin == Origin::Local)
            m_decided.insert(record.id);
        else if (record.kind == RecordKind::HistoryEntry && !m_decided.isEmpty())
            tellIfOvertaken(record.id);
    }
    if (changes.origin != Origin::Remote)
        return;
    const Result<qint64> last = m_context.workspace.reader().read(
        [](Database& database) { return Outbox(database).lastRefused(); });
    if (!last.ok() || *last <= m_seen)
        return;
    tell(std::exchange(m_seen, *last));
}

// What a decision of ours came too late for is history under our name.
void RefusalWatch::tellIfOvertaken(const RecordId& id)
{
    struct Overtaken {
        QString family;
        Error error;
    };
    const auto found =
        m_context.workspace.reader().read([&](Database& database) -> std::optional<Overtaken> {
            const auto entry = findRecord<HistoryEntry>(database, id);
            if (!entry || entry->action != HistoryAction::Lost
                || entry->author != m_context.viewer.user
                || !m_decided.remove(recordOfKey(entry->record).second))
                return {};
            const auto family = findRecord<Customer>(database, entry->customer);
            const auto decided =
                lastChangeOf(database, entry->customer, entry->record, u"resolved"_s);
            return Overtaken{family ? family->name : QString(),
                {ErrorCode::Changed, {}, u"resolved"_s,
                    decided ? shownName(database, decided->author) : QString()}};
        });
    if (found.ok() && *found)
        //: A family, and what happened to the person's decision about it.
        Q_EMIT overtaken(
            tr("%1: %2").arg(shownName((*found)->family, m_context), sentenceFor((*found)->error)));
}

void RefusalWatch::tell(qint64 before)
{
    const Result<CentreContent> content = m_context.workspace.reader().read(
        [](Database& database) { return readSyncCentre(database, 0); });
    if (!content.ok())
        return;
    std::vector<const CentreItem*> fresh;
    for (const CentreItem& item : content->items) {
        if (item.section == CentreSection::Refused && item.numbers.back() > before)
            fresh.push_back(&item);
    }
    if (fresh.empty())
        return;
    const CentreItem& first = *fresh.front();
    //: A family and record, and why the server refused the change.
    const QString one =
        tr("%1: %2").arg(itemTitle(first, m_context), refusalSentence(first.reason, first.kind));
    Q_EMIT refused(fresh.size() == 1
            ? one
            : tr("The server refused %n change(s).", nullptr, int(fresh.size())));
}

} // namespace homeroom
