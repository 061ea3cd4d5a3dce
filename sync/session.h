// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/recordstore.h"
#include "sync/protocol/messages.h"
#include "sync/scheduler.h"
#include "sync/transport.h"

#include <map>

namespace homeroom {

/// What a request says that was not answered with 200, any 401 being the end of the session.
Error errorOf(const TransportResponse& response);

/// Who is signed in where, as the profile remembers it.
struct SessionAccount {
    QString server{}; ///< address as a person typed it
    Viewer viewer{};
    QString userName{};
    QString displayName{};
    QString organisation{};
    QString timeZone{};

    bool isNull() const { return viewer.user.isNull(); }
    bool operator==(const SessionAccount&) const = default;
};

/// The talk with the server under one person's name. Every request goes through here: it carries
/// the access token, has a watchdog, and after a 401 waits for one refresh that all share. Tokens
/// live in the profile's encrypted database and nowhere else on the disk.
class Session : public QObject {
    Q_OBJECT

public:
    /// The profile has a device id. Reads what it remembers with `reader`. `store` learns the
    /// author and the clock's offset from here.
    Session(RecordStore& store, Database& reader, Transport& transport, Scheduler& scheduler,
        const Clock& clock, QObject* parent = nullptr);
    ~Session() override;

    const SessionAccount& account() const { return m_account; }
    /// Whether there is a token to try; the server may still say no.
    bool isSignedIn() const { return !m_refreshToken.isEmpty(); }

    /// Errors: Unauthorized (name or password), Conflict (the profile is another person's),
    /// Unavailable, Timeout, TooMany.
    void signIn(const QString& server, const QString& user, const QString& password,
        std::function<void(Result<void>)> done);
    /// Tells the server, if it can be reached, and forgets the tokens. Records stay.
    void signOut(std::function<void()> done);

    /// Sends with the access token. A 401 comes back only after a refresh was refused, too.
    void send(const TransportRequest& request, Transport::Done done);
    /// Drops every open request; their `done` is never called.
    void cancelAll();
    /// Measures the clock's offset.
    void noteServerTime(Milliseconds serverTime);
    /// The server's clock minus this one's, as last measured.
    Milliseconds clockOffset() const { return m_offset; }
    /// The server knows another history of this device: it has another id from now on, for which
    /// the next request gets tokens of its own.
    void useDevice(const RecordId& device);

Q_SIGNALS:
    void signedIn();
    void signInNeeded();

private:
    void forgetTokens();
    struct Waiting {
        TransportRequest request;
        Transport::Done done;
        bool retried = false;
    };
    void sendWithToken(Waiting waiting);
    void sendWatched(const TransportRequest& request, Transport::Done done);
    void refresh();
    void refreshed(const TransportResponse& response);
    void answerAll(const TransportResponse& response);
    void replayAll();
    void keep(const SessionResponse& response, std::function<void(Result<void>)> done);
    void load(Database& reader);

    RecordStore& m_store;
    Transport& m_transport;
    Scheduler& m_scheduler;
    const Clock& m_clock;
    SessionAccount m_account{};
    RecordId m_device{};
    QByteArray m_accessToken{};
    QString m_refreshToken{};
    bool m_refreshing = false;
    std::vector<Waiting> m_waiting{}; ///< for the refresh that runs
    std::map<quint64, quint64> m_watchdogs{}; ///< request → timer
    quint64 m_epoch = 0; ///< raised by cancelAll: answers to older questions are dropped
    Milliseconds m_offset = 0;
    Milliseconds m_keptOffset = 0;
};

} // namespace homeroom
