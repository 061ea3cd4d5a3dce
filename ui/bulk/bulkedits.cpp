// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulk/bulkedits.h"

#include "models/database/recordtable.h"
#include "models/store/records.h"
#include "models/store/unchanged.h"

#include <QCoreApplication>

namespace homeroom {

namespace {

/// Texts of this file belong to one translation context.
struct BulkEdits {
    Q_DECLARE_TR_FUNCTIONS(BulkEdits)
};

template <typename Make>
std::vector<Mutation> eachOf(const std::vector<RecordId>& families, Make make)
{
    std::vector<Mutation> mutations;
    mutations.reserve(families.size());
    for (const RecordId& id : families)
        mutations.push_back(make(Id<Customer>(id)));
    return mutations;
}

} // namespace

Edit tagEdit(const std::vector<RecordId>& families, const RecordId& tag, Operation addOrRemove)
{
    const int count = int(families.size());
    Edit edit;
    edit.label = addOrRemove == Operation::Add ? BulkEdits::tr("Tagged %n families", "", count)
                                               : BulkEdits::tr("Untagged %n families", "", count);
    edit.mutations = eachOf(families, [&](const Id<Customer>& id) {
        Mutation mutation =
            Change<Customer>(id, id).set(&Customer::tags, QStringList{tag.toString()}).mutation();
        mutation.operation = addOrRemove;
        return mutation;
    });
    return edit;
}

Edit tierEdit(const std::vector<RecordId>& families, Tier tier)
{
    Edit edit;
    edit.label = BulkEdits::tr("Changed the tier of %n families", "", int(families.size()));
    edit.mutations = eachOf(families, [&](const Id<Customer>& id) {
        return Change<Customer>(id, id).set(&Customer::tier, tier).mutation();
    });
    return edit;
}

Edit nextStepTimeEdit(const std::vector<RecordId>& families, Milliseconds at)
{
    Edit edit;
    edit.label = BulkEdits::tr("Planned the next step of %n families", "", int(families.size()));
    edit.mutations = eachOf(families, [&](const Id<Customer>& id) {
        return Change<Customer>(id, id)
            .set(&Customer::nextStepAt, std::optional<Milliseconds>(at))
            .mutation();
    });
    return edit;
}

Edit preparationEdit(const std::vector<RecordId>& families, Preparation done, Milliseconds at)
{
    const bool isFriend = done == Preparation::Friend;
    const int count = int(families.size());
    const std::optional<Milliseconds> since(at);
    Edit edit;
    edit.label = isFriend ? BulkEdits::tr("Marked %n families as added", "", count)
                          : BulkEdits::tr("Marked %n families as in the group", "", count);
    edit.mutations = eachOf(families, [&](const Id<Customer>& id) {
        Change<Customer> change(id, id);
        if (isFriend)
            change.set(&Customer::friendState, FriendState::Added)
                .set(&Customer::friendAddedAt, since);
        else
            change.set(&Customer::groupState, GroupState::In).set(&Customer::groupJoinedAt, since);
        return change.mutation();
    });
    return edit;
}

std::vector<RecordId> toPrepare(
    Database& database, const std::vector<RecordId>& families, Preparation done)
{
    std::vector<RecordId> left;
    for (const RecordId& family : families) {
        const auto customer = findRecord<Customer>(database, Id<Customer>(family));
        if (!customer)
            continue;
        const bool isDone = done == Preparation::Friend
            ? customer->friendState == FriendState::Added
            : customer->groupState == GroupState::In;
        if (!isDone)
            left.push_back(family);
    }
    return left;
}

std::vector<RecordId> changedFamilies(Database& database, const Edit& edit)
{
    RecordTable customers(database, recordTypeOf<Customer>());
    std::vector<RecordId> families;
    for (Mutation mutation : edit.mutations) {
        const std::optional<RecordRow> row = customers.find(mutation.id);
        if (!row || row->deleted)
            continue;
        dropUnchanged(mutation, *row);
        if (!mutation.changes.empty())
            families.push_back(mutation.id);
    }
    return families;
}

QSet<QString> tagsOfFamilies(Database& database, const std::vector<RecordId>& families)
{
    QSet<QString> tags;
    Statement query = database.statement("SELECT tags FROM r_customer WHERE id = ?1");
    for (const RecordId& family : families) {
        query.reset();
        query.bind(1, family);
        if (!query.step())
            continue;
        const FieldValue held = query.value(0, FieldKind::Set);
        if (const auto* members = std::get_if<QStringList>(&held))
            tags.unite(QSet<QString>(members->begin(), members->end()));
    }
    return tags;
}

} // namespace homeroom
