// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccentre/refusalwatch.h"

#include "models/store/outbox.h"
#include "models/store/synccentrequery.h"
#include "ui/synccentre/centrewords.h"

namespace homeroom {

using namespace Qt::StringLiterals;

RefusalWatch::RefusalWatch(PageContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_seen(Outbox(context.workspace.reader()).lastRefused())
{
    connect(&context.workspace.store(), &RecordStore::changed, this, &RefusalWatch::follow);
}

void RefusalWatch::follow(const ChangeSet& changes)
{
    if (changes.origin != Origin::Remote)
        return;
    const Result<qint64> last = m_context.workspace.reader().read(
        [](Database& database) { return Outbox(database).lastRefused(); });
    if (!last.ok() || *last <= m_seen)
        return;
    tell(std::exchange(m_seen, *last));
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
