// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importreader.h"

#include "models/store/import/customcell.h"
#include "models/store/import/importwords.h"
#include "models/values/csv/cellvalues.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumKeyLength = 100;

/// Whether a column is a plain column of numbers, with at least one.
bool holdsNumbers(const ImportTable& table, size_t column, const QSet<QString>& emptyWords)
{
    bool any = false;
    for (const CsvRow& row : table.rows) {
        const QString text = table.cell(row, column);
        if (text.isEmpty() || emptyWords.contains(text.toCaseFolded()))
            continue;
        if (!isPlainNumber(text))
            return false;
        any = true;
    }
    return any;
}

} // namespace

ImportIssue columnIssue(ImportProblem problem, const QString& column, const QString& detail)
{
    ImportIssue issue;
    issue.problem = problem;
    issue.column = column;
    issue.detail = detail;
    return issue;
}

bool ImportedFamily::saysNothing() const
{
    return customer.empty() && custom.isEmpty() && student.empty() && stage.isNull()
        && cohort.isNull() && note.isEmpty();
}

const FieldValue* ImportedFamily::value(int customerField) const
{
    for (const auto& [index, held] : customer) {
        if (index == customerField)
            return &held;
    }
    return nullptr;
}

QString customKeyFor(const QString& column)
{
    QString key;
    for (const QChar c : column.simplified()) {
        if (c.isPrint() && c != u'"' && c != u'\\')
            key.append(c);
    }
    return key.left(maximumKeyLength);
}

QString comparableKey(const FieldValue& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return lookupName(*text);
    if (const auto* number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto* real = std::get_if<double>(&value))
        return realText(*real);
    if (const auto* id = std::get_if<RecordId>(&value))
        return id->toString();
    return QString();
}

ImportReader::ImportReader(const ImportTable& table, const ImportChoices& choices,
    const ImportCatalogue& catalogue, const QTimeZone& zone)
    : m_table(table), m_choices(choices), m_catalogue(catalogue), m_zone(zone)
{
    for (const QString& word : choices.emptyWords)
        m_emptyWords.insert(word.trimmed().toCaseFolded());
    m_columns.reserve(table.columns.size());
    for (size_t i = 0; i < table.columns.size(); ++i) {
        const ColumnMapping* mapping = choices.mapping.find(table.columns[i]);
        if (mapping && mapping->target.kind != ImportTargetKind::Skip)
            m_columns.push_back(compiled(i, *mapping));
    }
    for (const Column& column : m_columns) {
        m_hasStage = m_hasStage || column.target.kind == ImportTargetKind::Stage;
        if (choices.key && column.target == *choices.key)
            m_key = &column;
    }
}

ImportReader::Column ImportReader::compiled(size_t index, const ColumnMapping& mapping)
{
    Column column{index, mapping.column, mapping.target};
    if (mapping.target.kind == ImportTargetKind::Custom)
        column.custom = customKind(index, mapping.target.name);
    if (mapping.target.kind == ImportTargetKind::Customer
        || mapping.target.kind == ImportTargetKind::Student) {
        const RecordType& type = mapping.target.kind == ImportTargetKind::Customer
            ? recordTypeOf<Customer>()
            : recordTypeOf<Student>();
        column.field = type.indexOf(mapping.target.name);
        column.description = column.field < 0 ? nullptr : &type.fields[size_t(column.field)];
    }
    for (auto it = mapping.values.begin(); it != mapping.values.end(); ++it)
        column.values.emplace(it.key().trimmed(), it.value());
    return column;
}

CustomFieldKind ImportReader::customKind(size_t index, const QString& key)
{
    if (const CustomField* known = m_catalogue.customField(key))
        return known->kind;
    const CustomFieldKind kind = holdsNumbers(m_table, index, m_emptyWords)
        ? CustomFieldKind::Number
        : CustomFieldKind::Text;
    m_newCustomFields.push_back({key, kind});
    return kind;
}

ImportedFamily ImportReader::read(size_t row) const
{
    const CsvRow& cells = m_table.rows[row];
    ImportedFamily family;
    family.line = cells.line;
    for (const Column& column : m_columns) {
        const QString said = text(cells, column);
        if (said.isEmpty())
            continue;
        if (&column == m_key)
            family.key = comparable(column, said);
        take(family, column, said);
    }
    return family;
}

QString ImportReader::keyOf(size_t row) const
{
    if (!m_key)
        return QString();
    const QString said = text(m_table.rows[row], *m_key);
    return said.isEmpty() ? QString() : comparable(*m_key, said);
}

QString ImportReader::text(const CsvRow& row, const Column& column) const
{
    const QString said = m_table.cell(row, column.index);
    if (said.isEmpty())
        return QString();
    const auto meant = column.values.find(said);
    if (meant != column.values.end())
        return meant->second;
    const bool empty = !m_emptyWords.isEmpty() && m_emptyWords.contains(said.toCaseFolded());
    return empty && !isWordOf(column, said) ? QString() : said;
}

bool ImportReader::isWordOf(const Column& column, const QString& said)
{
    // «无» as intention is an answer, not a gap.
    return column.description && wireWord(*column.description, said) != said;
}

QString ImportReader::comparable(const Column& column, const QString& text) const
{
    if (column.description && column.target.name != "channel"_L1) {
        const Result<FieldValue> value = cellValue(*column.description, text, m_zone);
        return value ? comparableKey(*value) : QString();
    }
    if (column.target.kind == ImportTargetKind::Custom) {
        const Result<QJsonValue> value = customValue(column.custom, text);
        return value ? lookupName(customText(column.custom, *value)) : QString();
    }
    return lookupName(text);
}

void ImportReader::take(ImportedFamily& family, const Column& column, const QString& text) const
{
    switch (column.target.kind) {
    case ImportTargetKind::Skip:
        return;
    case ImportTargetKind::Customer:
        return takeCustomer(family, column, text);
    case ImportTargetKind::Custom:
        return takeCustom(family, column, text);
    case ImportTargetKind::Student:
        return takeValue(family.student, family, column, text);
    case ImportTargetKind::Stage:
        family.stage = Id<Stage>(m_catalogue.stageNames.value(lookupName(text)));
        if (family.stage.isNull())
            family.issues.push_back(columnIssue(ImportProblem::UnknownStage, column.name));
        return;
    case ImportTargetKind::Cohort:
        family.cohort = Id<Cohort>(m_catalogue.cohorts.value(lookupName(text)));
        if (family.cohort.isNull())
            family.issues.push_back(columnIssue(ImportProblem::UnknownCohort, column.name));
        return;
    case ImportTargetKind::FollowUp:
        family.note = text;
        return;
    }
}

} // namespace homeroom
