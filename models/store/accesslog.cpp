// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accesslog.h"

#include "models/store/records.h"
#include "models/values/cohortday.h"

namespace homeroom {

RecordId familyAccessId(const RecordId& user, const RecordId& family, const QDate& day)
{
    return RecordId::fromName("access/" + user.toBytes() + '/' + family.toBytes() + '/'
        + day.toString(Qt::ISODate).toUtf8());
}

std::vector<Mutation> findFamilyAccess(Database& database, const FamilyLook& look)
{
    const auto family = findRecord<Customer>(database, look.family);
    const RecordId& viewer = look.viewer.user;
    if (!family || viewer.isNull() || family->owner.isNull() || family->owner == viewer)
        return {};
    FamilyAccess access;
    access.id = Id<FamilyAccess>(familyAccessId(viewer, look.family, dateAt(look.at, look.zone)));
    access.customer = family->id;
    access.at = look.at;
    if (RecordTable(database, recordTypeOf<FamilyAccess>()).find(access.id))
        return {};
    return {createMutation(access)};
}

Pending<Result<EditReceipt>> logFamilyAccess(RecordStore& store, const FamilyLook& look)
{
    return store.applyByRule(
        [look](Database& database) { return findFamilyAccess(database, look); });
}

} // namespace homeroom
