// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requesttarget.h"

#include <QUtf8StringView>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Error malformed(const QString& detail)
{
    return {ErrorCode::Malformed, detail};
}

bool isControl(char byte)
{
    return (byte >= 0 && byte < 0x20) || byte == 0x7f;
}

int hexDigit(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    const char lower = static_cast<char>(byte | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<QByteArray> decodeBytes(const QByteArray& encoded)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        if (encoded.at(i) != '%') {
            bytes.append(encoded.at(i));
            continue;
        }
        const int high = i + 2 < encoded.size() ? hexDigit(encoded.at(i + 1)) : -1;
        const int low = i + 2 < encoded.size() ? hexDigit(encoded.at(i + 2)) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.append(static_cast<char>(high * 16 + low));
        i += 2;
    }
    return bytes;
}

Result<QHash<QString, QString>> parseQuery(const QByteArray& text)
{
    QHash<QString, QString> query;
    for (QByteArray part : text.split('&')) {
        if (part.isEmpty())
            continue;
        part.replace('+', ' ');
        const qsizetype equals = part.indexOf('=');
        const auto name = decodePercent(equals < 0 ? part : part.first(equals));
        const auto value = decodePercent(equals < 0 ? QByteArray() : part.sliced(equals + 1));
        if (!name || !value)
            return malformed(u"The query is not percent-encoded UTF-8."_s);
        if (query.contains(*name))
            return malformed(u"The query names something twice."_s);
        query.insert(*name, *value);
    }
    return query;
}

} // namespace

std::optional<QString> decodePercent(const QByteArray& encoded)
{
    const std::optional<QByteArray> bytes = decodeBytes(encoded);
    if (!bytes || std::ranges::any_of(*bytes, isControl) || !bytes->isValidUtf8())
        return std::nullopt;
    return QString::fromUtf8(*bytes);
}

Result<RequestTarget> parseTarget(const QByteArray& target)
{
    if (!target.startsWith('/') || target.contains('#') || !target.isValidUtf8())
        return malformed(u"The request's target is not a path."_s);
    const qsizetype mark = target.indexOf('?');
    auto query = parseQuery(mark < 0 ? QByteArray() : target.sliced(mark + 1));
    if (!query)
        return query.error();
    const QByteArray path = mark < 0 ? target : target.first(mark);
    return RequestTarget{QString::fromUtf8(path), std::move(query).value()};
}

} // namespace homeroom
