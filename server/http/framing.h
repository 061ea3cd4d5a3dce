// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpmessage.h"

#include <QList>

#include <optional>

namespace homeroom {

struct HeaderLine {
    QByteArray name{}; ///< as on the wire
    QByteArray value{};
};

/// Whether two readers of these headers could disagree about where the request ends, or whether its
/// body is larger than `largestBody` bytes: the refusal, after which the connection must be closed.
/// libmicrohttpd 0.9.75 itself refuses a Content-Length that is no number, but takes the first of
/// two, prefers Transfer-Encoding to it, and accepts names with spaces in them.
std::optional<HttpResponse> framingRefusal(const QList<HeaderLine>& lines, qsizetype largestBody);

} // namespace homeroom
