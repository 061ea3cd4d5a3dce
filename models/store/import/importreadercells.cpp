// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ImportReader that turns one cell into what it means.
#include "models/store/import/customcell.h"
#include "models/store/import/importreader.h"
#include "models/store/import/importwords.h"
#include "models/values/csv/cellvalues.h"
#include "models/values/csv/settext.h"
#include "models/values/phone.h"
#include "models/values/rights.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

void setChange(FieldChanges& changes, int field, FieldValue value)
{
    for (auto& [index, held] : changes) {
        if (index == field) {
            held = std::move(value);
            return;
        }
    }
    changes.emplace_back(field, std::move(value));
}

Result<FieldValue> gradeValue(const QString& text)
{
    const std::optional<qint64> grade = gradeFromText(text);
    if (!grade)
        return Error{ErrorCode::Invalid, u"not a school year"_s, u"grade"_s};
    return FieldValue(*grade);
}

} // namespace

void ImportReader::takeCustomer(
    ImportedFamily& family, const Column& column, const QString& text) const
{
    if (column.target.name == "id"_L1) {
        family.id = RecordId::fromString(text).value_or(RecordId());
        return;
    }
    if (column.target.name == "channel"_L1)
        return takeChannel(family, column, text);
    if (column.target.name == "tags"_L1)
        return takeTags(family, column, text);
    if (isMaskedValue(*column.description, text)) {
        family.masked.emplace_back(column.field, text);
        return;
    }
    if (column.description->kind == FieldKind::Reference) {
        const RecordId account = m_catalogue.accounts.value(lookupName(text));
        if (account.isNull())
            family.issues.push_back(columnIssue(ImportProblem::UnknownAccount, column.name));
        else
            setChange(family.customer, column.field, FieldValue(account));
        return;
    }
    takeValue(family.customer, family, column, text);
}

void ImportReader::takeChannel(
    ImportedFamily& family, const Column& column, const QString& text) const
{
    const RecordId channel = m_catalogue.channels.value(lookupName(text));
    if (!channel.isNull()) {
        setChange(family.customer, column.field, FieldValue(channel));
        return;
    }
    family.issues.push_back(columnIssue(ImportProblem::UnknownChannel, column.name));
    static const int sourceText = fieldIndexOf(&Customer::sourceText);
    Column asText = column;
    asText.field = sourceText;
    asText.description = &recordTypeOf<Customer>().fields[size_t(sourceText)];
    takeValue(family.customer, family, asText, text);
}

void ImportReader::takeTags(ImportedFamily& family, const Column& column, const QString& text) const
{
    QStringList known;
    QStringList unknown;
    for (const QString& name : setFromText(text)) {
        const RecordId tag = m_catalogue.tags.value(lookupName(name));
        if (tag.isNull())
            unknown.append(name);
        else if (!known.contains(tag.toString()))
            known.append(tag.toString());
    }
    if (!known.isEmpty())
        setChange(family.customer, column.field, FieldValue(known));
    if (unknown.isEmpty())
        return;
    family.issues.push_back(columnIssue(ImportProblem::UnknownTag, column.name));
    family.custom.insert(customKeyFor(column.name), setText(unknown));
}

void ImportReader::takeCustom(
    ImportedFamily& family, const Column& column, const QString& text) const
{
    const Result<QJsonValue> value = customValue(column.custom, text);
    if (value)
        family.custom.insert(column.target.name, *value);
    else
        family.issues.push_back(
            columnIssue(ImportProblem::Unreadable, column.name, value.error().detail));
}

void ImportReader::takeValue(
    FieldChanges& changes, ImportedFamily& family, const Column& column, const QString& text) const
{
    const FieldDescription& field = *column.description;
    QString said = field.kind == FieldKind::Word ? wireWord(field, text) : text;
    // A line end inside a cell of one line is how sheets wrap it.
    if (field.kind == FieldKind::Text && !m_table.ownExport)
        said = said.simplified();
    const bool grade = column.target.kind == ImportTargetKind::Student && field.name == "grade"_L1;
    Result<FieldValue> value = grade ? gradeValue(said) : cellValue(field, said, m_zone);
    if (value && !isNothing(*value))
        setChange(changes, column.field, std::move(*value));
    else if (!value)
        family.issues.push_back(
            columnIssue(ImportProblem::Unreadable, column.name, value.error().detail));
}

} // namespace homeroom
