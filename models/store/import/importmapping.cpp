// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importmapping.h"

#include "models/store/clientdatabase.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr auto customPrefix = "custom."_L1;
constexpr auto studentPrefix = "student."_L1;
constexpr std::array modeWords{"create"_L1, "update"_L1, "append"_L1, "skip"_L1};

bool isWritable(const RecordType& type, QStringView name)
{
    const int index = type.indexOf(name);
    return index >= 0 && type.fields[size_t(index)].merge != MergeClass::ServerOnly
        && type.fields[size_t(index)].kind != FieldKind::Object && name != "customer"_L1;
}

Error unknownTarget(const QString& column, const QString& word)
{
    return {ErrorCode::Malformed, u"column %1: no field %2"_s.arg(column, word)};
}

std::optional<ImportTarget> namedTarget(
    const QString& word, const std::vector<CustomField>& customFields)
{
    if (const std::optional<ImportTarget> target = ImportTarget::fromWord(word))
        return target;
    const auto found = std::find_if(customFields.begin(), customFields.end(),
        [&](const CustomField& field) { return field.key == word; });
    if (found == customFields.end())
        return std::nullopt;
    return ImportTarget{ImportTargetKind::Custom, found->key};
}

QString valueWord(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

Result<ColumnMapping> columnFromJson(
    const QString& column, const QJsonValue& json, const std::vector<CustomField>& customFields)
{
    ColumnMapping mapping{column, {}, {}};
    const QJsonObject object = json.toObject();
    const QJsonValue field = json.isObject() ? object.value(u"field"_s) : json;
    if (!field.isString() && !field.isNull())
        return Error{
            ErrorCode::Malformed, u"column %1: expected the name of a field"_s.arg(column)};
    const std::optional<ImportTarget> target = namedTarget(field.toString(), customFields);
    if (!target)
        return unknownTarget(column, field.toString());
    mapping.target = *target;
    for (const QString& key : object.keys()) {
        if (key != "field"_L1 && key != "values"_L1)
            return Error{ErrorCode::Malformed, u"column %1: unknown %2"_s.arg(column, key)};
    }
    const QJsonObject values = object.value(u"values"_s).toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        mapping.values.insert(it.key(), valueWord(it.value()));
    return mapping;
}

QString stateKey(const std::vector<QString>& columns)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& column : columns) {
        hash.addData(column.toUtf8());
        hash.addData("\n");
    }
    return u"import."_s + QString::fromLatin1(hash.result().toHex());
}

QJsonObject choicesToJson(const ImportChoices& choices)
{
    return {{u"columns"_s, mappingToJson(choices.mapping)},
        {u"mode"_s, QString(importModeWord(choices.mode))},
        {u"key"_s, choices.key ? choices.key->word() : QString()},
        {u"empty"_s, QJsonArray::fromStringList(choices.emptyWords)},
        {u"cardForAll"_s, choices.cardForAll}};
}

} // namespace

QString ImportTarget::word() const
{
    switch (kind) {
    case ImportTargetKind::Skip:
        return QString();
    case ImportTargetKind::Customer:
        return name;
    case ImportTargetKind::Custom:
        return customPrefix + name;
    case ImportTargetKind::Student:
        return studentPrefix + name;
    case ImportTargetKind::Stage:
        return u"stage"_s;
    case ImportTargetKind::Cohort:
        return u"cohort"_s;
    case ImportTargetKind::FollowUp:
        break;
    }
    return u"followup"_s;
}

std::optional<ImportTarget> ImportTarget::fromWord(QStringView word)
{
    if (word.isEmpty())
        return ImportTarget{};
    for (const ImportTargetKind kind :
        {ImportTargetKind::Stage, ImportTargetKind::Cohort, ImportTargetKind::FollowUp}) {
        if (word == ImportTarget{kind, {}}.word())
            return ImportTarget{kind, {}};
    }
    if (word.startsWith(customPrefix) && word.size() > customPrefix.size())
        return ImportTarget{ImportTargetKind::Custom, word.sliced(customPrefix.size()).toString()};
    if (word.startsWith(studentPrefix)) {
        const QStringView field = word.sliced(studentPrefix.size());
        if (isWritable(recordTypeOf<Student>(), field))
            return ImportTarget{ImportTargetKind::Student, field.toString()};
        return std::nullopt;
    }
    if (word == "id"_L1 || isWritable(recordTypeOf<Customer>(), word))
        return ImportTarget{ImportTargetKind::Customer, word.toString()};
    return std::nullopt;
}

const ColumnMapping* ImportMapping::find(const QString& column) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
        [&](const ColumnMapping& mapping) { return mapping.column == column; });
    return found == columns.end() ? nullptr : &*found;
}

bool ImportMapping::uses(const ImportTarget& target) const
{
    return std::any_of(columns.begin(), columns.end(),
        [&](const ColumnMapping& mapping) { return mapping.target == target; });
}

Result<ImportMapping> mappingFromJson(
    const QJsonObject& json, const std::vector<CustomField>& customFields)
{
    ImportMapping mapping;
    for (auto it = json.begin(); it != json.end(); ++it) {
        Result<ColumnMapping> column = columnFromJson(it.key(), it.value(), customFields);
        if (!column)
            return column.error();
        mapping.columns.push_back(std::move(*column));
    }
    return mapping;
}

QJsonObject mappingToJson(const ImportMapping& mapping)
{
    QJsonObject json;
    for (const ColumnMapping& column : mapping.columns) {
        const QJsonValue word = column.target.kind == ImportTargetKind::Skip
            ? QJsonValue(QJsonValue::Null)
            : QJsonValue(column.target.word());
        if (column.values.isEmpty()) {
            json.insert(column.column, word);
            continue;
        }
        QJsonObject values;
        for (auto it = column.values.begin(); it != column.values.end(); ++it)
            values.insert(it.key(), it.value());
        json.insert(column.column, QJsonObject{{u"field"_s, word}, {u"values"_s, values}});
    }
    return json;
}

QLatin1StringView importModeWord(ImportMode mode)
{
    return modeWords[size_t(mode)];
}

std::optional<ImportMode> importModeFromWord(QStringView word)
{
    for (size_t i = 0; i < modeWords.size(); ++i) {
        if (modeWords[i] == word)
            return ImportMode(i);
    }
    return std::nullopt;
}

std::optional<ImportChoices> keptChoices(Database& database, const std::vector<QString>& columns)
{
    const QString kept = clientState(database, stateKey(columns));
    const QJsonObject json = QJsonDocument::fromJson(kept.toUtf8()).object();
    Result<ImportMapping> mapping = mappingFromJson(json.value(u"columns"_s).toObject(), {});
    const auto mode = importModeFromWord(json.value(u"mode"_s).toString());
    const auto key = ImportTarget::fromWord(json.value(u"key"_s).toString());
    if (json.isEmpty() || !mapping || !mode || !key)
        return std::nullopt;
    ImportChoices choices;
    choices.mapping = std::move(*mapping);
    choices.mode = *mode;
    if (key->kind != ImportTargetKind::Skip)
        choices.key = key;
    for (const QJsonValue& word : json.value(u"empty"_s).toArray())
        choices.emptyWords.append(word.toString());
    choices.cardForAll = json.value(u"cardForAll"_s).toBool(true);
    return choices;
}

Pending<Result<ChangeSet>> keepChoices(
    RecordStore& store, const std::vector<QString>& columns, const ImportChoices& choices)
{
    const QString text =
        QString::fromUtf8(QJsonDocument(choicesToJson(choices)).toJson(QJsonDocument::Compact));
    return store.write([key = stateKey(columns), text](Database& database) -> Result<ChangeSet> {
        setClientState(database, key, text);
        return ChangeSet{};
    });
}

} // namespace homeroom
