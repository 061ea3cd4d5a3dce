// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/customcell.h"

#include "models/values/csv/cellvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Longer ones are numbers of contracts or phones, which nobody adds up.
constexpr qsizetype maximumNumberLength = 10;
/// Beyond this a double does not hold every integer.
constexpr double exactIntegers = 9007199254740992.0;

template <typename T> Result<QJsonValue> asJson(const Result<T>& read)
{
    if (!read)
        return read.error();
    return QJsonValue(*read);
}

QString numberText(double number)
{
    if (number == std::floor(number) && std::abs(number) < exactIntegers)
        return QString::number(qint64(number));
    return realText(number);
}

Result<QJsonValue> textValue(const QString& text)
{
    FieldDescription field;
    field.kind = FieldKind::LongText;
    const Result<FieldValue> read = cellValue(field, text, QTimeZone::utc());
    if (!read)
        return read.error();
    return QJsonValue(std::get<QString>(*read));
}

} // namespace

Result<QJsonValue> customValue(CustomFieldKind kind, const QString& text)
{
    switch (kind) {
    case CustomFieldKind::Number:
        return asJson(realFromText(text));
    case CustomFieldKind::Money:
        return asJson(moneyFromText(text));
    case CustomFieldKind::Date:
        return asJson(dayFromText(text));
    case CustomFieldKind::YesNo: {
        const Result<qint64> yes = booleanFromText(text);
        if (!yes)
            return yes.error();
        return QJsonValue(*yes != 0);
    }
    case CustomFieldKind::Text:
    case CustomFieldKind::Choice:
        break;
    }
    return textValue(text);
}

QString customText(CustomFieldKind kind, const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"yes"_s : u"no"_s;
    case QJsonValue::Double:
        return kind == CustomFieldKind::Money ? moneyText(value.toInteger())
                                              : numberText(value.toDouble());
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return QString();
    }
}

bool isPlainNumber(const QString& text)
{
    if (text.size() > maximumNumberLength)
        return false;
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) && numberText(number) == text;
}

} // namespace homeroom
