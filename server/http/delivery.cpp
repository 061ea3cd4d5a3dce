// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/delivery.h"

#include <zlib.h>

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

} // namespace

bool acceptsGzip(const QByteArray& acceptEncoding)
{
    bool anything = false;
    for (const QByteArray& entry : acceptEncoding.split(',')) {
        QByteArrayList parts = entry.split(';');
        const QByteArray name = parts.takeFirst().trimmed().toLower();
        if (name == "gzip" || name == "x-gzip")
            return !isRefused(parts);
        anything = anything || (name == "*" && !isRefused(parts));
    }
    return anything;
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
    if (response.body.size() > compressionThreshold
        && acceptsGzip(request.headers.value("accept-encoding"_ba))) {
        response.body = gzip(response.body);
        response.headers.insert("Content-Encoding"_ba, "gzip"_ba);
    }
    return response;
}

} // namespace homeroom
