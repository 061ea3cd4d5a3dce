// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/recentopened.h"

#include "models/store/drafts.h"

#include <QJsonArray>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

const QString stateName = u"recent"_s;

} // namespace

std::vector<RecordId> recentlyOpened(Database& reader)
{
    std::vector<RecordId> families;
    for (const QJsonValue& family : pageState(reader, stateName).value("families"_L1).toArray()) {
        if (const auto id = RecordId::fromString(family.toString()))
            families.push_back(*id);
    }
    return families;
}

void keepRecentlyOpened(RecordStore& store, const std::vector<RecordId>& families)
{
    QJsonArray ids;
    for (const RecordId& family : families)
        ids.append(family.toString());
    keepPageState(store, stateName, {{u"families"_s, ids}});
}

} // namespace homeroom
