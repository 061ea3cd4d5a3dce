// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/rights.h"

#include "models/values/phone.h"

#include <array>

namespace homeroom {

namespace {

struct RightRow {
    Right right;
    Reach tutor;
    Reach lead;
    Reach operations;
    Reach admin;
};

// domain.md, «Who may do what». Sales have the tutor's column.
constexpr std::array rightRows{
    RightRow{Right::SeeFamilies, Reach::Own, Reach::Team, Reach::All, Reach::All},
    RightRow{Right::ReadContactInFull, Reach::Own, Reach::None, Reach::None, Reach::None},
    RightRow{Right::EditFamily, Reach::Own, Reach::Team, Reach::All, Reach::All},
    RightRow{Right::Assign, Reach::None, Reach::Team, Reach::All, Reach::All},
    RightRow{Right::Claim, Reach::Own, Reach::Team, Reach::All, Reach::All},
    RightRow{Right::Merge, Reach::Own, Reach::Team, Reach::All, Reach::All},
    RightRow{Right::Unmask, Reach::None, Reach::Team, Reach::All, Reach::All},
    RightRow{Right::EditCatalogue, Reach::None, Reach::None, Reach::All, Reach::All},
    RightRow{Right::EditTags, Reach::None, Reach::Team, Reach::All, Reach::All},
    RightRow{Right::EditTargets, Reach::None, Reach::Team, Reach::All, Reach::All},
    RightRow{Right::EditUsers, Reach::None, Reach::None, Reach::None, Reach::All},
    RightRow{Right::Export, Reach::Own, Reach::Team, Reach::All, Reach::All},
    RightRow{Right::ReadAudit, Reach::Own, Reach::Team, Reach::All, Reach::All},
};

constexpr qint64 tutorExportLimit = 500;

} // namespace

Reach reachOf(UserRole role, Right right)
{
    for (const RightRow& row : rightRows) {
        if (row.right != right)
            continue;
        switch (role) {
        case UserRole::Tutor:
        case UserRole::Sales:
            return row.tutor;
        case UserRole::Lead:
            return row.lead;
        case UserRole::Operations:
            return row.operations;
        case UserRole::Admin:
            return row.admin;
        }
    }
    return Reach::None;
}

qint64 exportLimit(UserRole role)
{
    return role == UserRole::Tutor || role == UserRole::Sales ? tutorExportLimit : -1;
}

bool covers(const Viewer& viewer, Right right, const RecordId& owner, const RecordId& team)
{
    switch (reachOf(viewer.role, right)) {
    case Reach::None:
        return false;
    case Reach::Own:
        return !owner.isNull() && owner == viewer.user;
    case Reach::Team:
        return (!owner.isNull() && owner == viewer.user) || (!team.isNull() && team == viewer.team);
    case Reach::All:
        return true;
    }
    return false;
}

bool readsInFull(const Viewer& viewer, const RecordId& owner)
{
    return !owner.isNull() && owner == viewer.user;
}

bool mayEditOrgRecord(const Viewer& viewer, RecordKind kind, const RecordId& recordTeam)
{
    switch (kind) {
    case RecordKind::User:
    case RecordKind::Team:
        return reachOf(viewer.role, Right::EditUsers) == Reach::All;
    case RecordKind::Tag:
        return reachOf(viewer.role, Right::EditTags) != Reach::None;
    case RecordKind::SavedView:
        return recordTeam.isNull() || reachOf(viewer.role, Right::EditTargets) == Reach::All
            || (recordTeam == viewer.team && viewer.role == UserRole::Lead);
    case RecordKind::Task:
        return recordTeam == viewer.team || reachOf(viewer.role, Right::EditFamily) == Reach::All;
    default:
        return reachOf(viewer.role, Right::EditCatalogue) == Reach::All;
    }
}

RecordRow maskedRow(RecordRow row)
{
    const RecordType& type = row.type();
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (type.fields[i].visibility != FieldVisibility::OwnerOnly)
            continue;
        if (auto* text = std::get_if<QString>(&row.values[i]))
            *text =
                type.fields[i].kind == FieldKind::Phone ? maskedPhone(*text) : maskedText(*text);
    }
    return row;
}

} // namespace homeroom
