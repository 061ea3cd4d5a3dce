// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/export/exportcells.h"

#include "models/store/import/customcell.h"
#include "models/store/import/importmapping.h"
#include "models/store/records.h"
#include "models/values/csv/cellvalues.h"
#include "models/values/csv/settext.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

CellKind customCellKind(CustomFieldKind kind, const QJsonValue& value)
{
    if (!value.isDouble())
        return CellKind::Text;
    return kind == CustomFieldKind::Money ? CellKind::Money : CellKind::Number;
}

/// Names that mean exactly this record.
template <typename Record>
void addNames(QHash<RecordId, QString>& names, const QHash<QString, RecordId>& lookup,
    const std::vector<Record>& records)
{
    for (const Record& record : records) {
        if (lookup.value(lookupName(record.name)) == record.id)
            names.insert(record.id, record.name);
    }
}

} // namespace

ExportCells::ExportCells(
    Database& database, RecordKind kind, const QTimeZone& zone, const std::vector<QString>& columns)
    : m_kind(kind), m_zone(zone), m_catalogue(loadImportCatalogue(database))
{
    for (const QString& word : columns)
        m_columns.push_back(compiled(word));
    if (kind != RecordKind::Customer)
        return;
    loadNames(database);
    loadFamilyParts(database);
}

ExportCells::Column ExportCells::compiled(const QString& word) const
{
    if (word == "id"_L1)
        return {Source::Id, -1, {}};
    const int field = recordType(m_kind).indexOf(word);
    if (field >= 0)
        return {Source::Field, field, {}};
    const auto target = ImportTarget::fromWord(word).value_or(ImportTarget{});
    switch (target.kind) {
    case ImportTargetKind::Custom: {
        const CustomField* known = m_catalogue.customField(target.name);
        return {Source::Custom, fieldIndexOf(&Customer::custom), target.name,
            known ? known->kind : CustomFieldKind::Text};
    }
    case ImportTargetKind::Student:
        return {Source::Student, recordTypeOf<Student>().indexOf(target.name), {}};
    case ImportTargetKind::Stage:
        return {Source::Stage, -1, {}};
    case ImportTargetKind::Cohort:
        return {Source::Cohort, -1, {}};
    default:
        return {};
    }
}

void ExportCells::loadNames(Database& database)
{
    addNames(m_names, m_catalogue.channels, listRecords<Channel>(database));
    addNames(m_names, m_catalogue.tags, listRecords<Tag>(database));
    addNames(m_names, m_catalogue.cohorts, listRecords<Cohort>(database));
    addNames(m_names, m_catalogue.accounts, listRecords<WorkAccount>(database));
    for (const Stage& stage : m_catalogue.stages) {
        const QString& word = stage.key.isEmpty() ? stage.name : stage.key;
        if (m_catalogue.stageNames.value(lookupName(word)) == stage.id)
            m_names.insert(stage.id, word);
    }
    for (const Team& team : listRecords<Team>(database))
        m_names.insert(team.id, team.name);
    for (const User& user : listRecords<User>(database))
        m_names.insert(user.id, user.displayName.isEmpty() ? user.name : user.displayName);
}

void ExportCells::loadFamilyParts(Database& database)
{
    RecordTable(database, recordTypeOf<Student>())
        .forEach("WHERE deleted = 0 ORDER BY id", {}, [this](const RecordRow& row) {
            if (!m_students.contains(row.root))
                m_students.insert(row.root, row);
            return true;
        });
    if (m_catalogue.pipeline.isNull())
        return;
    Statement cards = database.statement(
        "SELECT root, stage, cohort FROM r_opportunity WHERE deleted = 0 AND pipeline = ?1 "
        "ORDER BY \"closedAt\" IS NOT NULL, id");
    cards.bind(1, m_catalogue.pipeline);
    while (cards.step()) {
        const RecordId family = cards.id(0);
        if (m_stages.contains(family))
            continue;
        m_stages.insert(family, cards.id(1));
        m_cohorts.insert(family, cards.id(2));
    }
}

std::vector<CsvCell> ExportCells::cells(const RecordRow& row) const
{
    std::vector<CsvCell> cells;
    cells.reserve(m_columns.size());
    for (const Column& column : m_columns)
        cells.push_back(cell(column, row));
    return cells;
}

CsvCell ExportCells::cell(const Column& column, const RecordRow& row) const
{
    switch (column.source) {
    case Source::Id:
        return {row.id.toString(), CellKind::Text};
    case Source::Field:
        return fieldCell(row.type().fields[size_t(column.field)], row.value(column.field));
    case Source::Custom:
        return customCell(column, row);
    case Source::Student:
        return studentCell(column, row);
    case Source::Stage:
        return {nameOf(m_stages.value(row.id)), CellKind::Text};
    case Source::Cohort:
        return {nameOf(m_cohorts.value(row.id)), CellKind::Text};
    case Source::None:
        break;
    }
    return {};
}

CsvCell ExportCells::fieldCell(const FieldDescription& field, const FieldValue& value) const
{
    if (m_kind == RecordKind::Customer) {
        if (const auto* id = std::get_if<RecordId>(&value))
            return {nameOf(*id), CellKind::Text};
        if (const auto* set = std::get_if<QStringList>(&value)) {
            QStringList names;
            for (const QString& member : *set) {
                const std::optional<RecordId> one = RecordId::fromString(member);
                names.append(one ? nameOf(*one) : member);
            }
            return {setText(names), CellKind::Text};
        }
    }
    return {cellText(field, value, m_zone), cellKind(field.kind)};
}

CsvCell ExportCells::customCell(const Column& column, const RecordRow& row) const
{
    const auto* custom = std::get_if<QJsonObject>(&row.value(column.field));
    const QJsonValue value = custom ? custom->value(column.key) : QJsonValue();
    return {customText(column.custom, value), customCellKind(column.custom, value)};
}

CsvCell ExportCells::studentCell(const Column& column, const RecordRow& row) const
{
    const auto student = m_students.constFind(row.id);
    if (student == m_students.cend())
        return {};
    return fieldCell(student->type().fields[size_t(column.field)], student->value(column.field));
}

QString ExportCells::nameOf(const RecordId& id) const
{
    if (id.isNull())
        return QString();
    const auto name = m_names.constFind(id);
    return name == m_names.cend() || name->isEmpty() ? id.toString() : *name;
}

} // namespace homeroom
