// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/delivery.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <optional>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Up to here the best compression costs less than what else a request takes.
constexpr qsizetype smallBody = 16 * 1024;

bool isText(const QByteArray& contentType)
{
    return contentType.startsWith("application/json") || contentType.startsWith("text/");
}

bool isRefused(const QByteArrayList& parameters)
{
    for (const QByteArray& parameter : parameters) {
        const QByteArray trimmed = parameter.trimmed().toLower();
        if (!trimmed.startsWith("q="))
            continue;
        bool isNumber = false;
        return trimmed.mid(2).toDouble(&isNumber) <= 0 || !isNumber;
    }
    return false;
}

/// What an Accept-Encoding value says of a coding with these names; nothing where it says nothing.
std::optional<bool> isTaken(
    const QByteArray& acceptEncoding, std::initializer_list<QByteArrayView> names)
{
    for (const QByteArray& entry : acceptEncoding.split(',')) {
        QByteArrayList parts = entry.split(';');
        const QByteArray name = parts.takeFirst().trimmed().toLower();
        if (std::ranges::find(names, name) != names.end())
            return !isRefused(parts);
    }
    return std::nullopt;
}

} // namespace

bool acceptsGzip(const QByteArray& acceptEncoding)
{
    const std::optional<bool> named = isTaken(acceptEncoding, {"gzip", "x-gzip"});
    return named.value_or(isTaken(acceptEncoding, {"*"}).value_or(false));
}

bool acceptsZstd(const QByteArray& acceptEncoding)
{
    return isTaken(acceptEncoding, {"zstd"}).value_or(false);
}

QByteArray zstd(const QByteArray& bytes)
{
    constexpr int level = 1;
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress(
        packed.data(), size_t(packed.size()), bytes.constData(), size_t(bytes.size()), level);
    Q_ASSERT(!ZSTD_isError(size));
    packed.resize(qsizetype(size));
    return packed;
}

QByteArray gzip(const QByteArray& bytes)
{
    constexpr int gzipWindow = 15 + 16;
    constexpr int defaultMemory = 8;
    const int level = bytes.size() > smallBody ? Z_BEST_SPEED : Z_BEST_COMPRESSION;
    z_stream stream{};
    [[maybe_unused]] const int begun =
        deflateInit2(&stream, level, Z_DEFLATED, gzipWindow, defaultMemory, Z_DEFAULT_STRATEGY);
    Q_ASSERT(begun == Z_OK);
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))),
        Qt::Uninitialized);
    QByteArray input = bytes;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    [[maybe_unused]] const int ended = deflate(&stream, Z_FINISH);
    Q_ASSERT(ended == Z_STREAM_END);
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

HttpResponse delivered(HttpResponse response, const HttpRequest& request)
{
    response.headers.insert("Cache-Control"_ba, "no-store"_ba);
    response.headers.insert("X-Content-Type-Options"_ba, "nosniff"_ba);
    if (!isText(response.headers.value("Content-Type"_ba))
        || response.headers.contains("Content-Encoding"_ba))
        return response;
    response.headers.insert("Vary"_ba, "Accept-Encoding"_ba);
    if (response.body.size() <= compressionThreshold)
        return response;
    const QByteArray taken = request.headers.value("accept-encoding"_ba);
    if (response.body.size() > smallBody && acceptsZstd(taken)) {
        response.body = zstd(response.body);
        response.headers.insert("Content-Encoding"_ba, "zstd"_ba);
    } else if (acceptsGzip(taken)) {
        response.body = gzip(response.body);
        response.headers.insert("Content-Encoding"_ba, "gzip"_ba);
    }
    return response;
}

} // namespace homeroom
