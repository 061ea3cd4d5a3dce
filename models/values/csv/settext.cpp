// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/settext.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar escapeSign(u'\\');

bool isSeparator(QChar c)
{
    return c == u';' || c == u'；';
}

QString escaped(const QString& member)
{
    QString text;
    for (qsizetype i = 0; i < member.size(); ++i) {
        const QChar c = member[i];
        const bool atEdge = i == 0 || i == member.size() - 1;
        if (c == escapeSign || isSeparator(c) || (atEdge && c.isSpace()))
            text += escapeSign;
        text += c;
    }
    return text;
}

bool isEscape(QStringView text, qsizetype at)
{
    if (text[at] != escapeSign || at + 1 == text.size())
        return false;
    const QChar next = text[at + 1];
    return next == escapeSign || isSeparator(next) || next.isSpace();
}

} // namespace

QString setText(const QStringList& members)
{
    QStringList texts;
    for (const QString& member : members)
        texts.append(escaped(member));
    return texts.join(u"; "_s);
}

QStringList setFromText(QStringView text)
{
    QStringList members;
    QString member;
    qsizetype kept = 0; // length of the member without white space that nothing protects
    const auto finish = [&] {
        if (kept > 0)
            members.append(member.first(kept));
        member.clear();
        kept = 0;
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool protectedCharacter = isEscape(text, at);
        at += protectedCharacter ? 1 : 0;
        if (!protectedCharacter && isSeparator(text[at])) {
            finish();
            continue;
        }
        const bool strippable = !protectedCharacter && text[at].isSpace();
        if (strippable && member.isEmpty())
            continue;
        member += text[at];
        kept = strippable ? kept : member.size();
    }
    finish();
    return members;
}

} // namespace homeroom
