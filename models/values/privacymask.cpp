// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/privacymask.h"

#include "models/values/phone.h"

#include <QRegularExpression>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr auto stars = "**"_L1; // as many for every name: its length tells it, too
constexpr qsizetype shortestName = 2; // one character alone stands in too many other words

bool isHan(QChar character)
{
    return character.script() == QChar::Script_Han;
}

QString initials(const QString& name)
{
    QStringList letters;
    for (const QString& word : name.split(u' ', Qt::SkipEmptyParts))
        letters.append(word.left(word.front().isHighSurrogate() ? 2 : 1).toUpper() + u'.');
    return letters.join(u' ');
}

} // namespace

QString shortenedName(const QString& name)
{
    const QString text = name.simplified();
    if (text.isEmpty())
        return name;
    if (isHan(text.front()))
        return text.front() + stars;
    return initials(text);
}

QString withMaskedPhones(const QString& text)
{
    static const QRegularExpression mobile(
        uR"((?<!\d)(?:\+?86[ -]?)?(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d))"_s);
    return QString(text).replace(mobile, u"\\1****\\2"_s);
}

void FamilyMask::addName(const QString& name)
{
    const QString text = name.simplified();
    add(text, shortenedName(text));
    const bool surnameAndGiven =
        text.size() == 3 && std::all_of(text.begin(), text.end(), isHan); // 欧阳娜 is as rare
    if (surnameAndGiven)
        add(text.sliced(1), stars);
}

void FamilyMask::addContact(const QString& text)
{
    add(text, maskedText(text));
}

void FamilyMask::add(const QString& text, const QString& mask)
{
    if (text.size() < shortestName)
        return;
    const auto shorter = std::find_if(m_replacements.begin(), m_replacements.end(),
        [&](const Replacement& held) { return held.text.size() < text.size(); });
    m_replacements.insert(shorter, {text, mask});
}

QString FamilyMask::masked(QString text) const
{
    for (const Replacement& replacement : m_replacements)
        text.replace(replacement.text, replacement.mask);
    return withMaskedPhones(text);
}

} // namespace homeroom
