// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/framing.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

HttpResponse malformed(const QString& detail)
{
    return HttpResponse::failure({ErrorCode::Malformed, detail});
}

bool isTokenCharacter(char c)
{
    constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || marks.contains(c);
}

bool isWellFormed(const HeaderLine& line)
{
    const auto isControl = [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; };
    return !line.name.isEmpty() && std::ranges::all_of(line.name, isTokenCharacter)
        && std::ranges::none_of(line.value, isControl);
}

// A continuation line's text is glued to the name by libmicrohttpd 0.9.75, so that
// "Content-Length:" followed by " 3" arrives as a header named "Content-Length3".
bool isGluedFraming(const QByteArray& name)
{
    return (name.startsWith("content-length") && name != "content-length")
        || (name.startsWith("transfer-encoding") && name != "transfer-encoding");
}

std::optional<HttpResponse> lengthRefusal(const QByteArray& value, qsizetype largestBody)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (value.isEmpty() || !std::ranges::all_of(value, isDigit))
        return malformed(u"Content-Length is not a number."_s);
    bool fits = false;
    const qlonglong length = value.toLongLong(&fits);
    if (!fits || length > largestBody)
        return HttpResponse::failure({ErrorCode::TooLarge, u"The body is too large."_s});
    return std::nullopt;
}

} // namespace

std::optional<HttpResponse> framingRefusal(const QList<HeaderLine>& lines, qsizetype largestBody)
{
    QByteArrayList lengths;
    qsizetype encodings = 0;
    qsizetype hosts = 0;
    for (const HeaderLine& line : lines) {
        const QByteArray name = line.name.toLower();
        if (!isWellFormed(line) || isGluedFraming(name))
            return malformed(u"A header is malformed."_s);
        if (name == "content-length")
            lengths.append(line.value);
        encodings += name == "transfer-encoding" ? 1 : 0;
        hosts += name == "host" ? 1 : 0;
    }
    if (hosts > 1 || lengths.size() > 1 || (encodings > 0 && !lengths.isEmpty()))
        return malformed(u"Headers contradict each other."_s);
    // A body of unknown length could only be refused after reading it.
    if (encodings > 0) {
        return HttpResponse::failure(
            {ErrorCode::Malformed, u"A body needs a Content-Length."_s}, 411);
    }
    return lengths.isEmpty() ? std::nullopt : lengthRefusal(lengths.first(), largestBody);
}

} // namespace homeroom
