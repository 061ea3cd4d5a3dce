// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/serverfixture.h"

#include <map>

namespace homeroom::test {

/// A family with a record of every type that belongs to one, as its tutor has worked on it.
struct WholeFamily {
    Id<Customer> customer{};
    Id<Student> student{};
    Id<Opportunity> card{};
    Id<Task> openTask{};
    Id<FollowUp> note{};
};

/// Makes one for the owner (empty: in the pool of that team). `mark` tells its contacts apart;
/// `with` changes each row before it is written.
inline WholeFamily wholeFamily(ServerFixture& server, const QString& owner, const QString& team,
    const QString& mark, const std::function<void(RecordRow&)>& with = {})
{
    using namespace Qt::StringLiterals;
    const RecordId ownerId = owner.isEmpty() ? RecordId() : server.idOf(owner);
    const auto write = [&](RecordRow row) {
        if (with)
            with(row);
        server.write(row);
    };
    WholeFamily family;
    Customer customer;
    customer.id = family.customer = Id<Customer>(server.newId());
    customer.name = u"family "_s + mark;
    customer.phone = u"+8613900"_s + mark;
    customer.wechatId = u"wechat-"_s + mark;
    customer.address = u"street "_s + mark;
    customer.city = u"Xi'an"_s;
    customer.nextStep = u"ring "_s + mark;
    customer.tags = {server.newId().toString()};
    customer.custom = {{u"k"_s + mark, 1}};
    customer.owner = Id<User>(ownerId);
    customer.team = Id<Team>(server.teamOf(team));
    write(toRow(customer));
    const auto child = [&](auto record) {
        record.id = decltype(record.id)(server.newId());
        record.customer = family.customer;
        write(toRow(record));
        return record.id;
    };
    family.student = child(Student{.name = u"child "_s + mark});
    child(Guardian{.name = u"aunt"_s, .phone = u"+8613911"_s + mark});
    Opportunity card{.rank = u"m"_s, .amount = 990};
    card.student = family.student;
    card.stage = Id<Stage>(RecordId::fromName("stage intent"));
    family.card = child(card);
    family.note = child(FollowUp{.text = u"said yes"_s, .author = Id<User>(ownerId)});
    child(FollowUp{.text = u"rang the bell"_s, .author = Id<User>(ownerId)});
    family.openTask = child(Task{.assignee = Id<User>(ownerId), .text = u"call again"_s});
    child(Task{.text = u"done"_s, .state = TaskState::Done});
    Enrollment enrollment{.counted = true};
    enrollment.student = family.student;
    enrollment.tutor = Id<User>(ownerId);
    const Id<Enrollment> enrolled = child(enrollment);
    LessonProgress progress{.minutes = 30};
    progress.enrollment = enrolled;
    child(progress);
    Order order{.amount = 990};
    order.student = family.student;
    order.creditedOwner = Id<User>(ownerId);
    child(order);
    return family;
}

/// The family's living rows by id.
inline std::map<RecordId, RecordRow> rowsOf(ServerFixture& server, const RecordId& root)
{
    std::map<RecordId, RecordRow> rows;
    const Result<void> read =
        server.storage->read([&](ReadTransaction& transaction) -> Result<void> {
            const std::array roots{root};
            for (RecordRow& row : transaction.recordsOfRoots(RecordKind::Customer, roots, 0)) {
                if (!row.deleted)
                    rows[row.id] = std::move(row);
            }
            return {};
        });
    Q_ASSERT(read.ok());
    return rows;
}

/// The same without what the server tells of it: the rows that people made.
inline std::map<RecordId, RecordRow> workOf(ServerFixture& server, const RecordId& root)
{
    auto rows = rowsOf(server, root);
    std::erase_if(
        rows, [](const auto& entry) { return entry.second.kind == RecordKind::HistoryEntry; });
    return rows;
}

/// The user as authentication would find them now.
inline Caller callerNow(ServerFixture& server, const QString& name)
{
    const User user = server.find(Id<User>(server.idOf(name)));
    return {{user.id, user.role, user.team}, server.newId(), user.active};
}

} // namespace homeroom::test
