// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/rank.h"

#include <algorithm>

namespace homeroom {

namespace {

constexpr char16_t digits[] = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int base = 62;

int digitValue(QChar c)
{
    const auto u = c.unicode();
    if (u <= u'9')
        return u - u'0';
    if (u <= u'Z')
        return u - u'A' + 10;
    return u - u'a' + 36;
}

int digitAt(QStringView key, qsizetype i, int past)
{
    return i < key.size() ? digitValue(key[i]) : past;
}

QStringView withoutZeros(QStringView key)
{
    while (key.endsWith(u'0'))
        key.chop(1);
    return key;
}

} // namespace

QString rankBetween(QStringView lower, QStringView upper, quint32 salt)
{
    // As fractions, zeros at the end say nothing; a bound that only they tell apart is none.
    upper = withoutZeros(upper);
    QString key;
    bool free = upper.isEmpty() || upper <= lower; // no bound above, or already below it
    for (qsizetype i = 0;; ++i) {
        const int low = digitAt(lower, i, 0);
        const int high = free ? base : digitAt(upper, i, 0);
        if (high - low > 1) {
            const int room = high - low - 1;
            key.append(
                QChar(digits[low + 1 + int((quint32(room) / 2 + salt % 3) % quint32(room))]));
            return key;
        }
        key.append(QChar(digits[low]));
        if (high > low)
            free = true;
    }
}

QString rankAt(qint64 index, qint64 count)
{
    constexpr int length = 6;
    qint64 space = 1;
    for (int i = 0; i < length; ++i)
        space *= base;
    qint64 value = (index + 1) * (space / (count + 1));
    QString key(length, u'0');
    for (int i = length - 1; i >= 0; --i) {
        key[i] = QChar(digits[value % base]);
        value /= base;
    }
    return withoutZeros(key).toString();
}

} // namespace homeroom
