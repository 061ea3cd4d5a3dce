// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/numbertext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int fenDecimals = 2;

Error unreadable(const QString& what)
{
    return {ErrorCode::Invalid, what};
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// A decimal number as written, without signs and separators.
struct Decimal {
    bool negative = false;
    QString whole{};
    QString fraction{}; ///< without trailing zeros
};

bool takeSign(QStringView& text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.sliced(1).trimmed();
    return negative;
}

/// Digits, in groups of three where there are commas; nothing for any other grouping.
std::optional<QString> ungrouped(QStringView whole)
{
    const QList<QStringView> groups = whole.split(u',');
    QString digits;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const bool fits = i == 0
            ? groups.size() == 1 || (groups[0].size() >= 1 && groups[0].size() <= 3)
            : groups[i].size() == 3;
        if (!fits || !std::all_of(groups[i].begin(), groups[i].end(), isDigit))
            return std::nullopt;
        digits += groups[i];
    }
    return digits;
}

/// Of half-width text.
std::optional<Decimal> decimalFromText(QStringView text)
{
    Decimal decimal;
    decimal.negative = takeSign(text);
    const qsizetype point = text.indexOf(u'.');
    const auto whole = ungrouped(point < 0 ? text : text.first(point));
    if (!whole)
        return std::nullopt;
    decimal.whole = *whole;
    decimal.fraction = point < 0 ? QString() : text.sliced(point + 1).toString();
    if (!std::all_of(decimal.fraction.begin(), decimal.fraction.end(), isDigit)
        || (decimal.whole.isEmpty() && decimal.fraction.isEmpty()))
        return std::nullopt;
    while (decimal.fraction.endsWith(u'0'))
        decimal.fraction.chop(1);
    return decimal;
}

/// The number times ten to the `decimals`.
Result<qint64> scaled(const Decimal& decimal, int decimals)
{
    if (decimal.fraction.size() > decimals)
        return unreadable(decimals == 0 ? u"not a whole number"_s : u"more than two decimals"_s);
    // Summed below zero, where 64 bits reach one further.
    qint64 number = 0;
    for (const QChar c : decimal.whole + decimal.fraction.leftJustified(decimals, u'0')) {
        if (qMulOverflow(number, qint64(10), &number)
            || qSubOverflow(number, qint64(c.digitValue()), &number))
            return unreadable(u"number is too large"_s);
    }
    if (decimal.negative)
        return number;
    if (number == std::numeric_limits<qint64>::min())
        return unreadable(u"number is too large"_s);
    return -number;
}

QStringView withoutCurrency(QStringView text)
{
    for (const auto& mark : {u"¥"_s, u"CNY"_s, u"RMB"_s}) {
        if (text.startsWith(mark, Qt::CaseInsensitive))
            return text.sliced(mark.size()).trimmed();
    }
    for (const auto& mark : {u"元"_s, u"CNY"_s, u"RMB"_s}) {
        if (text.endsWith(mark, Qt::CaseInsensitive))
            return text.chopped(mark.size()).trimmed();
    }
    return text;
}

} // namespace

QString halfWidthText(QStringView text)
{
    QString half = text.toString();
    for (QChar& c : half) {
        if (c >= QChar(0xff01) && c <= QChar(0xff5e))
            c = QChar(char16_t(c.unicode() - 0xfee0));
        else if (c == QChar(0xffe5)) // full-width yen sign
            c = QChar(0x00a5);
        else if (c == QChar(0x2212)) // minus sign
            c = u'-';
    }
    return half.trimmed();
}

Result<qint64> moneyFromText(QStringView text)
{
    const QString half = halfWidthText(text);
    QStringView rest = half;
    const bool signFirst = rest.startsWith(u'-') || rest.startsWith(u'+');
    const bool negative = takeSign(rest);
    rest = withoutCurrency(rest);
    if (signFirst && (rest.startsWith(u'-') || rest.startsWith(u'+')))
        return unreadable(u"not an amount"_s);
    std::optional<Decimal> decimal = decimalFromText(rest);
    if (!decimal)
        return unreadable(u"not an amount"_s);
    decimal->negative = decimal->negative || negative;
    return scaled(*decimal, fenDecimals);
}

QString moneyText(qint64 fen)
{
    const quint64 size = fen < 0 ? quint64(0) - quint64(fen) : quint64(fen);
    return (fen < 0 ? u"-"_s : QString()) + QString::number(size / 100) + u'.'
        + QString::number(size % 100).rightJustified(fenDecimals, u'0');
}

Result<qint64> integerFromText(QStringView text)
{
    const auto decimal = decimalFromText(halfWidthText(text));
    if (!decimal)
        return unreadable(u"not a number"_s);
    return scaled(*decimal, 0);
}

Result<double> realFromText(QStringView text)
{
    const QString half = halfWidthText(text);
    QString plain = half;
    if (const auto decimal = decimalFromText(half))
        plain = (decimal->negative ? u"-0"_s : u"0"_s) + decimal->whole + u'.' + decimal->fraction
            + u'0';
    bool ok = false;
    const double number = plain.toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return unreadable(u"not a number"_s);
    return number;
}

QString realText(double number)
{
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

Result<qint64> booleanFromText(QStringView text)
{
    const QString word = halfWidthText(text).toLower();
    for (const auto& yes : {u"yes"_s, u"true"_s, u"1"_s, u"是"_s}) {
        if (word == yes)
            return qint64(1);
    }
    for (const auto& no : {u"no"_s, u"false"_s, u"0"_s, u"否"_s}) {
        if (word == no)
            return qint64(0);
    }
    return unreadable(u"not yes or no"_s);
}

} // namespace homeroom
