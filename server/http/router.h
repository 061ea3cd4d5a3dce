// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpmessage.h"
#include "server/http/parked.h"

#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace homeroom {

/// Proxies and mobile networks drop a silent request after a minute.
constexpr std::chrono::milliseconds longestPark{55'000};

/// Which function answers which method and path. Filled before the server starts and not changed
/// afterwards; handlers run on several threads at once.
class Router {
public:
    using Handler = std::function<HttpResponse(const HttpRequest&)>;

    /// A route that may answer later.
    struct Deferred {
        /// Must return soon; answers `Parked` now or from any thread.
        std::function<void(const HttpRequest&, const Parked&)> start;
        /// The answer when nobody gave one in time.
        Handler timedOut;
        std::chrono::milliseconds timeout = longestPark; ///< at most longestPark
    };

    /// `pattern` is a path whose segments are words or `{parameter}`. Of several routes that fit,
    /// the one added first answers. A GET route answers HEAD too.
    void add(const QByteArray& method, const QString& pattern, Handler handler);
    void addDeferred(const QByteArray& method, const QString& pattern, Deferred deferred);

    /// Finds the route, fills `request.parameters` and runs an immediate handler. A deferred route
    /// is returned for the caller to start. Unknown path: 404; known path, other method: 405.
    std::variant<HttpResponse, const Deferred*> route(HttpRequest& request) const;

    /// The whole way without a socket. A deferred route that does not answer before its `start`
    /// returns is answered by its `timedOut`.
    HttpResponse handle(HttpRequest request) const;

private:
    using Action = std::variant<Handler, Deferred>;
    struct Route {
        QByteArray method;
        QStringList segments;
        Action action;
    };
    using Parameters = QHash<QString, QString>;

    void insert(const QByteArray& method, const QString& pattern, Action action);
    static std::optional<Parameters> match(const Route& route, const QStringList& segments);

    std::vector<Route> m_routes;
};

} // namespace homeroom
