// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/phone.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype minimumDigits = 7;
constexpr qsizetype maximumDigits = 15; // ITU-T E.164
constexpr qsizetype maskedDigits = 4;
constexpr auto starsOfMasks = "****"_L1;

bool isSeparator(QChar c)
{
    return c.isSpace() || c == u'-' || c == u'.' || c == u'(' || c == u')' || c == u'/'
        || c == u'（' || c == u'）' || c == u'－' || c.category() == QChar::Punctuation_Dash;
}

bool isMainlandMobile(QStringView digits)
{
    return digits.size() == 11 && digits[0] == u'1' && digits[1] >= u'3' && digits[1] <= u'9';
}

} // namespace

std::optional<QString> normalisedPhone(QStringView text)
{
    QString digits;
    bool international = false;
    for (const QChar c : text.trimmed()) {
        if (c.isDigit())
            digits.append(QChar(u'0' + c.digitValue()));
        else if ((c == u'+' || c == u'＋') && digits.isEmpty() && !international)
            international = true;
        else if (!isSeparator(c))
            return std::nullopt;
    }
    if (!international && digits.startsWith(u"00"_s)) {
        digits.remove(0, 2);
        international = true;
    }
    if (!international) {
        if (digits.size() == 13 && digits.startsWith(u"86"_s) && isMainlandMobile(digits.mid(2)))
            return u'+' + digits;
        if (isMainlandMobile(digits))
            return u"+86"_s + digits;
        return std::nullopt;
    }
    if (digits.size() < minimumDigits || digits.size() > maximumDigits || digits[0] == u'0')
        return std::nullopt;
    return u'+' + digits;
}

bool isNormalisedPhone(QStringView text)
{
    if (text.size() < minimumDigits + 1 || text.size() > maximumDigits + 1 || text[0] != u'+')
        return false;
    for (const QChar c : text.sliced(1)) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return text[1] != u'0';
}

QString maskedPhone(QStringView normalised)
{
    if (normalised.size() <= maskedDigits * 2)
        return QString(normalised.size(), u'*');
    const qsizetype tail = normalised.size() - 4;
    return normalised.first(tail - maskedDigits).toString() + QString(maskedDigits, u'*')
        + normalised.sliced(tail).toString();
}

bool isMaskedPhone(QStringView text)
{
    return text.contains(u'*');
}

QString displayedPhone(const QString& stored)
{
    if (!stored.startsWith(u"+86"_s) || stored.size() != 14)
        return stored;
    const QString local = stored.mid(3);
    if (isMaskedPhone(local))
        return local;
    return local.left(3) + u' ' + local.mid(3, 4) + u' ' + local.mid(7);
}

QString maskedText(const QString& text)
{
    if (text.size() <= 2)
        return QString(text.size(), u'*');
    return text.front() + starsOfMasks + text.back();
}

bool isMaskedText(QStringView text)
{
    const bool onlyStars = !text.isEmpty() && text.size() <= 2
        && std::ranges::all_of(text, [](QChar each) { return each == u'*'; });
    return onlyStars || text.contains(starsOfMasks);
}

} // namespace homeroom
