// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/cellvalues.h"

#include "models/values/csv/settext.h"
#include "models/values/phone.h"

#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Error unreadable(const QString& what)
{
    return {ErrorCode::Invalid, what};
}

bool isText(FieldKind kind)
{
    return kind == FieldKind::Text || kind == FieldKind::LongText;
}

QString withLineFeeds(QStringView text)
{
    return text.toString().replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
}

/// A masked phone is kept as it is; whether it may be written is not decided here.
Result<FieldValue> phoneValue(QStringView text)
{
    if (isMaskedPhone(text))
        return FieldValue(text.toString());
    const std::optional<QString> phone = normalisedPhone(text);
    if (!phone)
        return unreadable(u"not a phone number"_s);
    return FieldValue(*phone);
}

Result<FieldValue> wordValue(const FieldDescription& field, QStringView text)
{
    const QString wanted = halfWidthText(text);
    for (const QLatin1StringView word : field.words) {
        if (wanted.compare(word, Qt::CaseInsensitive) == 0)
            return FieldValue(QString(word));
    }
    return unreadable(u"unknown word"_s);
}

Result<FieldValue> referenceValue(QStringView text)
{
    const std::optional<RecordId> id = RecordId::fromString(text.trimmed());
    if (!id)
        return unreadable(u"not an id"_s);
    return FieldValue(*id);
}

Result<FieldValue> setValue(QStringView text)
{
    QStringList members = setFromText(text);
    return members.isEmpty() ? FieldValue() : FieldValue(std::move(members));
}

Result<FieldValue> objectValue(QStringView text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return unreadable(u"not a JSON object"_s);
    return FieldValue(document.object());
}

template <typename T> Result<FieldValue> asFieldValue(Result<T> read)
{
    if (!read)
        return read.error();
    return FieldValue(std::move(*read));
}

/// Of a text that is not blank, or any text for a text field.
Result<FieldValue> readValue(const FieldDescription& field, QStringView text, const QTimeZone& zone)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
        return FieldValue(withLineFeeds(text));
    case FieldKind::Phone:
        return phoneValue(text);
    case FieldKind::Word:
        return wordValue(field, text);
    case FieldKind::Integer:
        return asFieldValue(integerFromText(text));
    case FieldKind::Money:
        return asFieldValue(moneyFromText(text));
    case FieldKind::Real:
        return asFieldValue(realFromText(text));
    case FieldKind::Boolean:
        return asFieldValue(booleanFromText(text));
    case FieldKind::Time:
        return asFieldValue(timeFromText(text, zone));
    case FieldKind::Day:
        return asFieldValue(dayFromText(text));
    case FieldKind::Month:
        return asFieldValue(monthFromText(text));
    case FieldKind::Reference:
        return referenceValue(text);
    case FieldKind::Set:
        return setValue(text);
    case FieldKind::Object:
        break;
    }
    return objectValue(text);
}

QString integerText(FieldKind kind, qint64 number, const QTimeZone& zone)
{
    switch (kind) {
    case FieldKind::Money:
        return moneyText(number);
    case FieldKind::Time:
        return timeText(number, zone);
    case FieldKind::Boolean:
        return number == 0 ? u"no"_s : u"yes"_s;
    default:
        return QString::number(number);
    }
}

} // namespace

QString cellText(const FieldDescription& field, const FieldValue& value, const QTimeZone& zone)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return integerText(field.kind, *number, zone);
    if (const auto* real = std::get_if<double>(&value))
        return realText(*real);
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* id = std::get_if<RecordId>(&value))
        return id->toString();
    if (const auto* set = std::get_if<QStringList>(&value))
        return setText(*set);
    if (const auto* object = std::get_if<QJsonObject>(&value))
        return QString::fromUtf8(QJsonDocument(*object).toJson(QJsonDocument::Compact));
    return QString();
}

Result<FieldValue> cellValue(const FieldDescription& field, QStringView text, const QTimeZone& zone)
{
    if (text.isEmpty() || (!isText(field.kind) && text.trimmed().isEmpty()))
        return FieldValue();
    Result<FieldValue> value = readValue(field, text, zone);
    if (!value)
        return Error{value.error().code, value.error().detail, QString(field.name)};
    if (const Result<void> valid = validateField(field, *value); !valid)
        return valid.error();
    return value;
}

} // namespace homeroom
