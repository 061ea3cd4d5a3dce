// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"
#include "models/values/result.h"

#include <QByteArray>

#include <functional>

namespace homeroom {

enum class HttpVerb { Get, Post };

/// One request to the server, whatever carries it.
struct TransportRequest {
    HttpVerb verb = HttpVerb::Post;
    QString path{}; ///< with its query, percent-encoded
    QByteArray body{};
    QByteArray bearer{}; ///< access token; empty for none
    QByteArray idempotencyKey{}; ///< of a command; empty for none
    Milliseconds timeout = 30 * secondMs;
};

/// The server's answer, or why there is none.
struct TransportResponse {
    int status = 0; ///< 0 where no answer came
    QByteArray body{};
    Milliseconds retryAfter = 0; ///< as the server asked; 0 when it did not
    Error failure{ErrorCode::Unavailable}; ///< of a status 0: Unavailable, Timeout

    static TransportResponse failed(ErrorCode code, const QString& detail)
    {
        return {0, {}, 0, {code, detail}};
    }
};

/// Carries requests. `done` is called once, on the caller's thread, never from inside `send` and
/// never after `cancel`.
class Transport {
public:
    using Done = std::function<void(const TransportResponse&)>;

    virtual ~Transport() = default;
    /// The number cancels the request; 0 is never given out.
    virtual quint64 send(const TransportRequest& request, Done done) = 0;
    virtual void cancel(quint64 number) = 0;
};

} // namespace homeroom
