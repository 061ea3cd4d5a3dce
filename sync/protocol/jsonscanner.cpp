// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/jsonscanner.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>

namespace homeroom {

namespace {

constexpr qsizetype mostDigits = 15; // below 2^53

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

void JsonScanner::skipBlanks()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
        ++m_at;
}

bool JsonScanner::take(char expected)
{
    skipBlanks();
    if (m_at >= m_text.size() || m_text[m_at] != expected)
        return false;
    ++m_at;
    return true;
}

bool JsonScanner::atEnd()
{
    skipBlanks();
    return m_at == m_text.size();
}

std::optional<QByteArrayView> JsonScanner::takeValue()
{
    skipBlanks();
    if (m_at >= m_text.size())
        return std::nullopt;
    const qsizetype start = m_at;
    const char first = m_text[m_at];
    if (first == '"') {
        if (!skipText())
            return std::nullopt;
    } else if (first == '[' || first == '{') {
        if (!skipNested())
            return std::nullopt;
    } else {
        skipWord();
    }
    if (m_at == start)
        return std::nullopt;
    return m_text.sliced(start, m_at - start);
}

bool JsonScanner::skipText()
{
    for (++m_at; m_at < m_text.size(); ++m_at) {
        if (m_text[m_at] == '\\')
            ++m_at;
        else if (m_text[m_at] == '"')
            return ++m_at <= m_text.size();
    }
    return false;
}

bool JsonScanner::skipNested()
{
    qsizetype depth = 0;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '"') {
            if (!skipText())
                return false;
            continue;
        }
        ++m_at;
        if (c == '[' || c == '{')
            ++depth;
        else if ((c == ']' || c == '}') && --depth == 0)
            return true;
    }
    return false;
}

void JsonScanner::skipWord()
{
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == ',' || c == ']' || c == '}' || c == ':' || c == '"' || isBlank(c))
            return;
    }
}

bool eachMember(JsonScanner& scanner, const std::function<bool(QByteArrayView)>& readValue)
{
    if (!scanner.take('{'))
        return false;
    if (scanner.take('}'))
        return true;
    do {
        const auto name = scanner.takeValue();
        if (!name || !scanner.take(':') || !readValue(*name))
            return false;
    } while (scanner.take(','));
    return scanner.take('}');
}

QJsonValue valueOfJson(QByteArrayView text)
{
    // QJsonDocument reads lists and objects only.
    const QJsonDocument wrapped = QJsonDocument::fromJson('[' + text.toByteArray() + ']');
    const QJsonArray values = wrapped.array();
    return values.size() == 1 ? values.first() : QJsonValue(QJsonValue::Undefined);
}

std::optional<qint64> plainInteger(QByteArrayView text)
{
    const bool negative = text.startsWith('-');
    const QByteArrayView digits = negative ? text.sliced(1) : text;
    const bool leadingZero = digits.size() > 1 && digits.startsWith('0');
    if (digits.isEmpty() || digits.size() > mostDigits || leadingZero)
        return std::nullopt;
    qint64 number = 0;
    for (const char c : digits) {
        if (!isDigit(c))
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return negative ? -number : number;
}

std::optional<QByteArrayView> plainText(QByteArrayView text)
{
    if (text.size() < 2 || !text.startsWith('"') || text.contains('\\'))
        return std::nullopt;
    return text.sliced(1, text.size() - 2);
}

} // namespace homeroom
