// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exampleduplicates.h"

#include "models/store/records.h"
#include "models/values/duplicaterules.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

template <typename Record> void put(Database& database, const Record& record)
{
    RecordRow row = toRow(record);
    row.stamp = {1, 1};
    RecordTable(database, recordTypeOf<Record>()).put(row);
}

/// The family once more, as another channel brought it.
Customer again(const Customer& family, IdFactory& ids, Milliseconds now)
{
    Customer second;
    second.id = Id<Customer>(ids.next());
    second.name = family.name.left(1) + u"女士"_s;
    second.owner = family.owner;
    second.team = family.team;
    second.city = family.city;
    second.createdAt = now - hourMs;
    return second;
}

/// What the server tells a lead of two numbers that the lead reads masked.
Task told(const Customer& one, const Customer& other, const Viewer& viewer, IdFactory& ids)
{
    Task task;
    task.id = Id<Task>(ids.next());
    task.assignee = Id<User>(viewer.user);
    task.rule = samePhoneRule;
    task.text = one.id.toString() + u' ' + other.id.toString();
    return task;
}

} // namespace

void addExampleDuplicates(
    Workspace& workspace, const Viewer& viewer, IdFactory& ids, const Clock& clock)
{
    const auto families = listRecords<Customer>(
        workspace.reader(), "name <> '' AND phone IS NOT NULL ORDER BY id DESC LIMIT 6");
    if (families.size() < 6)
        return;
    const auto written = workspace.store().write([&](Database& database) -> Result<ChangeSet> {
        Customer samePhone = again(families[3], ids, clock.now());
        samePhone.phone = families[3].phone;
        put(database, samePhone);
        if (reachOf(viewer.role, Right::ReadContactInFull) == Reach::None)
            put(database, told(families[3], samePhone, viewer, ids));
        Customer sameWechat = again(families[4], ids, clock.now());
        sameWechat.wechatId = families[4].wechatId;
        put(database, sameWechat);
        Customer sameNames = again(families[5], ids, clock.now());
        sameNames.name = families[5].name;
        put(database, sameNames);
        for (Student child : familyRecords<Student>(database, families[5].id)) {
            child.id = Id<Student>(ids.next());
            child.customer = sameNames.id;
            put(database, child);
        }
        return ChangeSet{};
    });
    if (!written.result().ok())
        qWarning("no examples of duplicates");
}

} // namespace homeroom
