// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/connectionfault.h"
#include "sync/transport.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QUrl>

#include <memory>

namespace homeroom {

/// The real network. TLS 1.2 or newer; a certificate that is not in order ends the request, there
/// is no way round it. Accept-Encoding is Qt's own, so that it decodes what comes and watches for
/// decompression bombs. Plain HTTP is for this machine alone. Redirects are not followed: a token
/// goes to the named server only.
class HttpTransport final : public QObject, public Transport {
    Q_OBJECT

public:
    explicit HttpTransport(QObject* parent = nullptr);
    ~HttpTransport() override;

    /// Scheme, host and port of the server, perhaps a path before `/v1`.
    void setServer(const QUrl& server) { m_server = server; }
    /// Whether the address is one that requests are sent to: https, or http to this machine.
    static bool isAllowed(const QUrl& server);

    quint64 send(const TransportRequest& request, Done done) override;
    void cancel(quint64 number) override;

private:
    /// Qt's connections to the server. Where one breaks in the midst of a request, they may hold
    /// back all that follows until it times out, and new ones are made for what follows.
    using Network = std::shared_ptr<QNetworkAccessManager>;

    static Network newNetwork();
    QNetworkRequest networkRequest(const TransportRequest& request) const;
    void finish(quint64 number);

    struct Flight {
        Network network; ///< kept as long as a request is under way on it
        QNetworkReply* reply; ///< null where none was sent
        Done done;
        std::optional<ConnectionFault>
            fault; ///< of the server's certificate; nothing was sent then
    };
    QUrl m_server;
    Network m_network;
    QHash<quint64, Flight> m_flights;
    quint64 m_last = 0;
};

} // namespace homeroom
