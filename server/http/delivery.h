// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpmessage.h"

namespace homeroom {

/// Bodies up to this many bytes are sent as they are: headers cost more than gzip saves.
constexpr qsizetype compressionThreshold = 1024;

/// Whether an Accept-Encoding value allows gzip (`gzip;q=0` does not).
bool acceptsGzip(const QByteArray& acceptEncoding);

/// Whether it names zstd and does not refuse it.
bool acceptsZstd(const QByteArray& acceptEncoding);

/// `bytes` as one zstd frame that says how long its content is.
QByteArray zstd(const QByteArray& bytes);
/// `bytes` as one gzip member. Fast rather than small: a page is compressed while a person waits.
QByteArray gzip(const QByteArray& bytes);

/// What every answer carries, whichever handler made it: no-store, nosniff, and, where the body is
/// text, larger than compressionThreshold and the client takes it, gzip, or zstd for a large body.
HttpResponse delivered(HttpResponse response, const HttpRequest& request);

} // namespace homeroom
