// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/rights.h"

#include "models/values/phone.h"

#include <QJsonArray>

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

QString maskedValue(const FieldDescription& field, const QString& text)
{
    return field.kind == FieldKind::Phone ? maskedPhone(text) : maskedText(text);
}

/// A value, or a list of values, as a Conflict or a HistoryEntry quotes it.
QJsonValue maskedQuote(const FieldDescription& field, const QJsonValue& value)
{
    if (field.visibility != FieldVisibility::OwnerOnly)
        return value;
    if (value.isString())
        return maskedValue(field, value.toString());
    QJsonArray masked;
    for (const QJsonValue& each : value.toArray())
        masked.append(maskedQuote(field, each));
    return value.isArray() ? QJsonValue(masked) : value;
}

/// Values under the names of their fields.
QJsonObject maskedQuotes(const RecordType& type, QJsonObject fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (const int at = type.indexOf(it.key()); at >= 0)
            it.value() = maskedQuote(type.fields[size_t(at)], it.value());
    }
    return fields;
}

void maskConflict(RecordRow& row)
{
    const Conflict conflict = fromRow<Conflict>(row);
    const RecordType* type = recordTypeByName(conflict.record.section(u'/', 0, 0));
    if (!type)
        return;
    const int field = type->indexOf(conflict.fieldName);
    QJsonObject values = conflict.values;
    for (auto it = values.begin(); it != values.end(); ++it)
        it.value() = field >= 0 ? maskedQuote(type->fields[size_t(field)], it.value())
                                : QJsonValue(maskedQuotes(*type, it.value().toObject()));
    row.values[size_t(fieldIndexOf(&Conflict::values))] = detail::toFieldValue(values);
}

void maskHistory(RecordRow& row)
{
    const HistoryEntry entry = fromRow<HistoryEntry>(row);
    if (const RecordType* type = recordTypeByName(entry.record.section(u'/', 0, 0)))
        row.values[size_t(fieldIndexOf(&HistoryEntry::changes))] =
            detail::toFieldValue(maskedQuotes(*type, entry.changes)); // nothing stays nothing
}

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

bool isMaskedValue(const FieldDescription& field, QStringView text)
{
    if (field.visibility != FieldVisibility::OwnerOnly)
        return false;
    return field.kind == FieldKind::Phone ? isMaskedPhone(text) : isMaskedText(text);
}

RecordRow maskedRow(RecordRow row)
{
    const RecordType& type = row.type();
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (type.fields[i].visibility != FieldVisibility::OwnerOnly)
            continue;
        if (auto* text = std::get_if<QString>(&row.values[i]))
            *text = maskedValue(type.fields[i], *text);
    }
    if (row.kind == RecordKind::Conflict)
        maskConflict(row);
    if (row.kind == RecordKind::HistoryEntry)
        maskHistory(row);
    return row;
}

} // namespace homeroom
