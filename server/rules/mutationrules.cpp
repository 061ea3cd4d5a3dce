// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/mutationrules.h"

#include "models/values/rights.h"

#include <QSet>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Error refusal(ErrorCode code, const QString& detail, const FieldDescription& field)
{
    return {code, detail, QString(field.name)};
}

bool isPrivate(const RecordRow& row)
{
    const RecordScope scope = row.type().scope;
    const bool mayBe = scope == RecordScope::User || scope == RecordScope::FamilyOrTeam
        || scope == RecordScope::UserOrTeam;
    if (!mayBe || (scope != RecordScope::User && !referenceOf(row, u"team").isNull()))
        return false;
    return row.id == row.root;
}

QStringView holderField(const RecordRow& row)
{
    return row.type().scope == RecordScope::FamilyOrTeam ? u"assignee" : u"user";
}

Result<void> checkReference(WriteContext& context, const FieldDescription& field,
    const RecordId& target, const RecordId& root)
{
    const auto found = context.transaction().findRecord(field.target, target);
    if (!found || found->row.deleted)
        return noSuchRecord(field.name);
    if (found->row.root == root)
        return {};
    // A student or an enrollment of another family is never meant.
    const bool otherFamily = found->row.type().root == RootRule::Customer;
    if (otherFamily || !context.sees(found->row.root))
        return noSuchRecord(field.name);
    return {};
}

} // namespace

Result<void> checkShape(const Mutation& mutation)
{
    const RecordType& type = recordType(mutation.kind);
    if (mutation.kind == RecordKind::Conflict && mutation.operation != Operation::Set)
        return Error{ErrorCode::Forbidden, u"conflicts are written by the server"_s};
    if (mutation.kind == RecordKind::HistoryEntry)
        return Error{ErrorCode::Forbidden, u"the history is written by the server"_s};
    if (mutation.kind == RecordKind::CohortDay)
        return Error{ErrorCode::Forbidden, u"numbers are written by the server"_s};
    if (mutation.kind == RecordKind::FamilyAccess && mutation.operation != Operation::Create)
        return Error{ErrorCode::Forbidden, u"who opened a family is never taken back"_s};
    const bool sets =
        mutation.operation == Operation::Add || mutation.operation == Operation::Remove;
    QSet<int> seen;
    for (const auto& [index, value] : mutation.changes) {
        if (index < 0 || size_t(index) >= type.fields.size())
            return Error{ErrorCode::Malformed, u"unknown field"_s};
        const FieldDescription& field = type.fields[size_t(index)];
        if (field.merge == MergeClass::ServerOnly)
            return refusal(ErrorCode::Forbidden, u"the server alone writes this field"_s, field);
        const auto* text = std::get_if<QString>(&value);
        if (text && isMaskedValue(field, *text))
            return refusal(ErrorCode::Invalid, u"a masked value cannot be written"_s, field);
        if (sets && field.kind != FieldKind::Set)
            return refusal(ErrorCode::Malformed, u"the field is no set"_s, field);
        if (seen.contains(index))
            return refusal(ErrorCode::Malformed, u"the field stands twice"_s, field);
        seen.insert(index);
        if (const Result<void> valid = validateField(field, value); !valid.ok())
            return valid;
    }
    return {};
}

Result<void> checkReferences(WriteContext& context, const Mutation& mutation, const RecordId& root)
{
    const RecordType& type = recordType(mutation.kind);
    for (const auto& [index, value] : mutation.changes) {
        const FieldDescription& field = type.fields[size_t(index)];
        const auto* target = std::get_if<RecordId>(&value);
        if (field.kind != FieldKind::Reference || !target || target->isNull())
            continue;
        if (Result<void> checked = checkReference(context, field, *target, root); !checked.ok())
            return checked;
    }
    return {};
}

Result<void> checkOrgRight(WriteContext& context, const RecordRow& row)
{
    const Viewer& viewer = context.viewer();
    if (isPrivate(row)) {
        if (referenceOf(row, holderField(row)) == viewer.user)
            return {};
        return Error{ErrorCode::Forbidden, u"a private record of somebody else"_s};
    }
    const RecordId team = row.type().indexOf(u"team") >= 0 ? referenceOf(row, u"team") : RecordId();
    if (!mayEditOrgRecord(viewer, row.kind, team))
        return Error{ErrorCode::Forbidden, u"the role may not edit this"_s};
    return {};
}

Result<void> checkUser(WriteContext& context, const RecordRow& after, const RecordRow* before)
{
    if (after.kind != RecordKind::User)
        return {};
    const User user = fromRow<User>(after);
    if (user.name.isEmpty())
        return Error{ErrorCode::Invalid, u"a user needs a name"_s, u"name"_s};
    const auto same = context.transaction().userByName(user.name);
    if (same && same->id != user.id)
        return Error{ErrorCode::Invalid, u"the name is taken"_s, u"name"_s};
    const auto isAdmin = [](const RecordRow& row) {
        const User held = fromRow<User>(row);
        return held.active && held.role == UserRole::Admin && !row.deleted;
    };
    if (!before || !isAdmin(*before) || isAdmin(after))
        return {};
    for (const RecordRow& row : context.transaction().records(RecordKind::User)) {
        if (row.id != after.id && isAdmin(row))
            return {};
    }
    return Error{ErrorCode::Depends, u"the last administrator stays"_s};
}

void fillServerFields(const Viewer& viewer, RecordRow& row)
{
    const auto set = [&](QStringView field, const RecordId& id) {
        row.values[size_t(row.type().indexOf(field))] = id.isNull() ? FieldValue() : FieldValue(id);
    };
    if (row.kind == RecordKind::Customer) {
        const bool keeps = viewer.role == UserRole::Tutor || viewer.role == UserRole::Sales
            || viewer.role == UserRole::Lead;
        set(u"owner", keeps ? viewer.user : RecordId());
        set(u"team", viewer.team);
    }
    const bool isAuthored = row.kind == RecordKind::FollowUp || row.kind == RecordKind::Task
        || row.kind == RecordKind::FamilyAccess;
    if (isAuthored)
        set(u"author", viewer.user);
    if (isPrivate(row) && referenceOf(row, holderField(row)).isNull())
        set(holderField(row), viewer.user);
}

} // namespace homeroom
