// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/session.h"

#include "models/store/clientdatabase.h"
#include "models/store/outbox.h"
#include "models/store/syncstate.h"
#include "sync/accountjson.h"
#include "sync/protocol/codec.h"
#include "sync/syncplan.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Below this a new measure of the offset is noise and not worth a write.
constexpr Milliseconds offsetNoise = secondMs;
/// The network's own limit comes first; the watchdog is for a transport that says nothing at all.
constexpr Milliseconds watchdogSlack = 5 * secondMs;

const QString accountKey = u"session.account"_s;
const QString tokenKey = u"session.refreshToken"_s;

bool isUnauthorized(const TransportResponse& response)
{
    return response.status == 401;
}

} // namespace

Error errorOf(const TransportResponse& response)
{
    if (response.status == 0)
        return response.failure;
    return isUnauthorized(response) ? Error{ErrorCode::Unauthorized, u"not signed in"_s}
                                    : decodeError(response.body);
}

Session::Session(RecordStore& store, Database& reader, Transport& transport, Scheduler& scheduler,
    const Clock& clock, QObject* parent)
    : QObject(parent), m_store(store), m_transport(transport), m_scheduler(scheduler),
      m_clock(clock)
{
    load(reader);
}

Session::~Session()
{
    cancelAll();
}

void Session::load(Database& reader)
{
    struct Remembered {
        QString account;
        QString token;
        RecordId device;
        Milliseconds offset;
        Milliseconds contact;
    };
    const Result<Remembered> read = reader.read([](Database& database) {
        SyncState state(database);
        return Remembered{clientState(database, accountKey), clientState(database, tokenKey),
            state.device(), state.clockOffset(), state.syncedAt()};
    });
    if (!read.ok())
        return;
    m_account = accountFromJson(read->account);
    m_refreshToken = read->token;
    m_device = read->device;
    m_offset = read->offset;
    m_keptOffset = read->offset;
    m_store.setAuthor({m_account.viewer.user, m_account.viewer.team});
    // Before the last contact: this clock was set back meanwhile and says nothing about order.
    const bool trusted = m_clock.now() + read->offset >= read->contact - clockTolerance;
    m_store.setClockOffset(read->offset, trusted);
}

void Session::signIn(const QString& server, const QString& user, const QString& password,
    std::function<void(Result<void>)> done)
{
    TransportRequest http;
    http.path = route::signIn;
    http.body = encode(SignInRequest{user, password, m_device});
    sendWatched(http, [this, server, done](const TransportResponse& response) {
        if (response.status != 200) {
            done(errorOf(response));
            return;
        }
        const Result<SessionResponse> session = decodeSessionResponse(response.body);
        if (!session.ok()) {
            done(Error{ErrorCode::Unavailable, session.error().detail});
            return;
        }
        if (!m_account.isNull() && m_account.viewer.user != session->viewer.user) {
            done(Error{ErrorCode::Conflict, u"the profile belongs to another user"_s});
            return;
        }
        m_account.server = server;
        keep(*session, [this, done](const Result<void>& kept) {
            if (kept.ok())
                Q_EMIT signedIn();
            done(kept);
        });
    });
}

void Session::signOut(std::function<void()> done)
{
    TransportRequest http;
    http.path = route::signOut;
    http.bearer = m_accessToken;
    http.timeout = 5 * secondMs;
    const bool reachable = !m_accessToken.isEmpty();
    forgetTokens();
    if (!reachable) {
        done();
        return;
    }
    sendWatched(http, [done](const TransportResponse&) { done(); });
}

void Session::forgetTokens()
{
    m_accessToken.clear();
    m_refreshToken.clear();
    m_store.write([](Database& database) -> Result<ChangeSet> {
        setClientState(database, tokenKey, {});
        return ChangeSet{};
    });
    Q_EMIT signInNeeded();
}

void Session::useDevice(const RecordId& device)
{
    m_device = device;
    m_accessToken.clear();
}

void Session::send(const TransportRequest& request, Transport::Done done)
{
    sendWithToken({request, std::move(done)});
}

void Session::sendWithToken(Waiting waiting)
{
    if (m_accessToken.isEmpty() || m_refreshing) {
        m_waiting.push_back(std::move(waiting));
        refresh();
        return;
    }
    waiting.request.bearer = m_accessToken;
    const TransportRequest request = waiting.request;
    sendWatched(request, [this, waiting](const TransportResponse& response) {
        if (!isUnauthorized(response) || waiting.retried) {
            waiting.done(response);
            return;
        }
        Waiting again = waiting;
        again.retried = true;
        // Unless another request has got a new token meanwhile, this one is of no use.
        if (again.request.bearer == m_accessToken)
            m_accessToken.clear();
        sendWithToken(std::move(again));
    });
}

void Session::sendWatched(const TransportRequest& request, Transport::Done done)
{
    const quint64 epoch = m_epoch;
    const auto number = std::make_shared<quint64>(0);
    const auto answered = [this, epoch, number, done](const TransportResponse& response) {
        if (epoch != m_epoch)
            return;
        const auto watchdog = m_watchdogs.find(*number);
        if (watchdog == m_watchdogs.end())
            return;
        m_scheduler.cancel(watchdog->second);
        m_watchdogs.erase(watchdog);
        done(response);
    };
    *number = m_transport.send(request, answered);
    m_watchdogs[*number] = m_scheduler.after(request.timeout + watchdogSlack, [=, this] {
        m_transport.cancel(*number);
        answered(TransportResponse::failed(ErrorCode::Timeout, u"no answer"_s));
    });
}

void Session::refresh()
{
    if (m_refreshing)
        return;
    if (m_refreshToken.isEmpty()) {
        answerAll({401, {}, 0, {}});
        return;
    }
    m_refreshing = true;
    TransportRequest http;
    http.path = route::refresh;
    http.body = encode(RefreshRequest{m_refreshToken, m_device});
    sendWatched(http, [this](const TransportResponse& response) { refreshed(response); });
}

void Session::refreshed(const TransportResponse& response)
{
    if (isUnauthorized(response)) {
        m_refreshing = false;
        // The token is good all the same: it serves again once the account is opened again.
        if (!syncplan::isDeactivated(decodeError(response.body)))
            forgetTokens();
        answerAll(response);
        return;
    }
    const Result<SessionResponse> session = response.status == 200
        ? decodeSessionResponse(response.body)
        : Result<SessionResponse>(errorOf(response));
    if (!session.ok()) {
        m_refreshing = false;
        // Whatever stood in the way, it is not the person's name: the requests failed alike.
        answerAll(response.status == 200
                ? TransportResponse::failed(ErrorCode::Unavailable, session.error().detail)
                : response);
        return;
    }
    // The new token is on the disk before it is used: a kill between the two loses nothing.
    keep(*session, [this](const Result<void>& kept) {
        m_refreshing = false;
        if (kept.ok())
            replayAll();
        else
            answerAll(TransportResponse::failed(kept.error().code, kept.error().detail));
    });
}

void Session::answerAll(const TransportResponse& response)
{
    for (Waiting& waiting : std::exchange(m_waiting, {})) {
        // Never from inside send.
        const quint64 epoch = m_epoch;
        m_scheduler.after(0, [this, epoch, response, done = std::move(waiting.done)] {
            if (epoch == m_epoch)
                done(response);
        });
    }
}

void Session::replayAll()
{
    for (Waiting& waiting : std::exchange(m_waiting, {}))
        sendWithToken(std::move(waiting));
}

void Session::keep(const SessionResponse& response, std::function<void(Result<void>)> done)
{
    m_account.viewer = response.viewer;
    m_account.userName = response.userName;
    m_account.displayName = response.displayName;
    m_account.organisation = response.organisation;
    m_account.timeZone = response.timeZone;
    m_store.setAuthor({response.viewer.user, response.viewer.team});
    noteServerTime(response.serverTime);
    const quint64 epoch = m_epoch;
    m_store
        .write(
            [account = accountToJson(m_account), token = response.refreshToken, device = m_device,
                user = response.viewer.user](Database& database) -> Result<ChangeSet> {
                setClientState(database, accountKey, account);
                setClientState(database, tokenKey, token);
                SyncState(database).setDevice(device);
                SyncState(database).setUser(user);
                return ChangeSet{};
            })
        .then(this, [this, epoch, done, response](const Result<ChangeSet>& written) {
            if (epoch != m_epoch)
                return;
            // Not before: a token that is used and then lost with the program ends the session.
            if (written.ok()) {
                m_accessToken = response.accessToken.toLatin1();
                m_refreshToken = response.refreshToken;
            }
            done(written.ok() ? Result<void>() : Result<void>(written.error()));
        });
}

void Session::cancelAll()
{
    ++m_epoch;
    m_waiting.clear();
    m_refreshing = false;
    for (const auto& [request, timer] : std::exchange(m_watchdogs, {})) {
        m_transport.cancel(request);
        m_scheduler.cancel(timer);
    }
}

void Session::noteServerTime(Milliseconds serverTime)
{
    const Milliseconds offset = serverTime - m_clock.now();
    // Somewhere between the two measures a clock was set: nobody knows which edits came before it.
    const bool jumped = std::abs(offset - m_offset) > clockTolerance;
    m_offset = offset;
    m_store.setClockOffset(offset, true);
    if (std::abs(offset - m_keptOffset) < offsetNoise)
        return;
    m_keptOffset = offset;
    m_store.write([offset, jumped](Database& database) -> Result<ChangeSet> {
        SyncState(database).setClockOffset(offset);
        if (jumped)
            Outbox(database).distrustQueued();
        return ChangeSet{};
    });
}

} // namespace homeroom
