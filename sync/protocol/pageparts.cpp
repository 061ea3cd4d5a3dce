// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/pageparts.h"

#include "sync/protocol/jsonscanner.h"

namespace homeroom {

namespace {

/// The text of the rows of each block; nothing where the body is not built like a page.
std::optional<std::vector<QByteArrayView>> findRows(const QByteArray& body)
{
    std::vector<QByteArrayView> rows;
    const auto readBlockMembers = [&rows](JsonScanner& scanner) {
        const size_t before = rows.size();
        const bool read = eachMember(scanner, [&](QByteArrayView name) {
            const auto value = scanner.takeValue();
            if (value && name == "\"rows\"")
                rows.push_back(*value);
            return value.has_value();
        });
        return read && rows.size() == before + 1;
    };
    JsonScanner scanner(body);
    const bool read = eachMember(scanner, [&](QByteArrayView name) {
        if (name != "\"records\"" || !rows.empty())
            return scanner.takeValue().has_value();
        if (!scanner.take('['))
            return false;
        if (scanner.take(']'))
            return true;
        do {
            if (!readBlockMembers(scanner))
                return false;
        } while (scanner.take(','));
        return scanner.take(']');
    });
    return read ? std::optional<std::vector<QByteArrayView>>(std::move(rows)) : std::nullopt;
}

/// The body without its rows: what is left is small, whatever the page holds.
QByteArray withoutRows(const QByteArray& body, const std::vector<QByteArrayView>& rows)
{
    QByteArray rest;
    qsizetype at = 0;
    for (const QByteArrayView each : rows) {
        const qsizetype start = each.data() - body.constData();
        rest += body.sliced(at, start - at) + (each.startsWith('[') ? "[]" : "0");
        at = start + each.size();
    }
    return rest + body.sliced(at);
}

} // namespace

std::optional<PageParts> partsOfPage(const QByteArray& body)
{
    if (!body.isValidUtf8())
        return std::nullopt;
    std::optional<std::vector<QByteArrayView>> rows = findRows(body);
    if (!rows)
        return std::nullopt;
    return PageParts{withoutRows(body, *rows), std::move(*rows)};
}

} // namespace homeroom
