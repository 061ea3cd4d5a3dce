// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/textmerge.h"

#include <QStringList>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// A sentence keeps its end mark and the space after it, so that joining gives the text again.
QStringList sentences(const QString& text)
{
    static const QString ends = u"。！？!?.\n；;"_s;
    QStringList list;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!ends.contains(text[i]))
            continue;
        while (i + 1 < text.size() && (ends.contains(text[i + 1]) || text[i + 1].isSpace()))
            ++i;
        list.append(text.mid(start, i + 1 - start));
        start = i + 1;
    }
    if (start < text.size())
        list.append(text.mid(start));
    return list;
}

/// base[from, to) was replaced by `by`.
struct Replacement {
    qsizetype from = 0;
    qsizetype to = 0;
    QStringList by{};
};

Replacement replacement(const QStringList& base, const QStringList& changed)
{
    const qsizetype shorter = std::min(base.size(), changed.size());
    qsizetype head = 0;
    while (head < shorter && base[head] == changed[head])
        ++head;
    qsizetype tail = 0;
    while (
        tail < shorter - head && base[base.size() - 1 - tail] == changed[changed.size() - 1 - tail])
        ++tail;
    return {head, base.size() - tail, changed.mid(head, changed.size() - tail - head)};
}

bool overlap(const Replacement& left, const Replacement& right)
{
    const bool bothInsert = left.from == left.to && right.from == right.to;
    if (bothInsert)
        return false;
    return left.from < right.to && right.from < left.to;
}

void append(QStringList& joined, const QStringList& part)
{
    // A last sentence without an end mark would run into the next one.
    if (!joined.isEmpty() && !part.isEmpty() && !joined.last().back().isSpace()
        && !joined.last().back().isPunct())
        joined.append(u"\n"_s);
    joined += part;
}

} // namespace

std::optional<QString> mergedText(const QString& base, const QString& theirs, const QString& mine)
{
    const QStringList before = sentences(base);
    Replacement first = replacement(before, sentences(theirs));
    Replacement second = replacement(before, sentences(mine));
    if (overlap(first, second))
        return std::nullopt;
    // What is put in before a sentence stays before that which takes the sentence's place.
    if (std::pair(second.from, second.to) < std::pair(first.from, first.to))
        std::swap(first, second);
    QStringList joined = before.mid(0, first.from);
    append(joined, first.by);
    append(joined, before.mid(first.to, second.from - first.to));
    append(joined, second.by);
    append(joined, before.mid(second.to));
    return joined.join(QString());
}

} // namespace homeroom
