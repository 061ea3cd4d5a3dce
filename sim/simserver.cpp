// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/simserver.h"

#include "server/http/httpmessage.h"
#include "sync/protocol/codec.h"

#include <QUrl>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds firstMoment = 1'764'000'000'000;
constexpr Milliseconds longestWait = 55 * secondMs;
constexpr Milliseconds coalescing = 25;
constexpr int upgradeRequired = 426;

TransportResponse fromHttp(const HttpResponse& response)
{
    return {response.status, response.body, 0, {}};
}

template <typename Message> TransportResponse toResponse(const Result<Message>& message)
{
    return message.ok() ? TransportResponse{200, encode(*message), 0, {}}
                        : fromHttp(HttpResponse::failure(message.error()));
}

TransportResponse commandResponse(const Result<CommandAnswer>& answer)
{
    return answer.ok() ? TransportResponse{200, answer->body, 0, {}}
                       : fromHttp(HttpResponse::failure(answer.error()));
}

TransportResponse brokenConnection()
{
    return TransportResponse::failed(ErrorCode::Unavailable, u"connection lost"_s);
}

} // namespace

SimServer::SimServer(SimTime& time, const QString& path, quint64 seed)
    : m_time(time), m_path(path), m_seed(seed), m_clock(firstMoment),
      m_ids(m_clock, QRandomGenerator(quint32(seed)))
{
    m_time.drive(m_clock);
}

SimServer::~SimServer()
{
    m_time.forget(m_clock);
}

DatabaseKey SimServer::key()
{
    return *DatabaseKey::fromBytes(QByteArray(DatabaseKey::size, 's'));
}

void SimServer::start()
{
    m_disk.disarm();
    auto opened = SqliteStorage::open({m_path, key(), &m_disk});
    if (!opened.ok())
        qFatal("the server does not start: %s", qPrintable(opened.error().detail));
    m_storage = std::move(*opened);
    ++m_starts;
}

void SimServer::stop()
{
    if (m_witness)
        m_witness->serverStops();
    for (auto& [number, waiter] : std::exchange(m_waiters, {}))
        waiter.answer(brokenConnection());
    m_time.dropJobsOf(serverOwner);
    m_touched = {};
    m_waking = false;
    m_storage.reset();
}

void SimServer::kill()
{
    m_disk.disarm();
    m_disk.setDead(true);
    const DatabaseFiles files = DatabaseFiles::read(m_path);
    stop();
    files.write(m_path);
    m_disk.setDead(false);
    start();
}

TransportResponse SimServer::serve(const TransportRequest& request)
{
    try {
        return dispatch(request);
    } catch (const Killed&) {
        kill();
        return brokenConnection();
    }
}

TransportResponse SimServer::serveAs(const Caller& caller, const TransportRequest& request)
{
    try {
        return signedIn(request, caller);
    } catch (const Killed&) {
        kill();
        return brokenConnection();
    }
}

TransportResponse SimServer::dispatch(const TransportRequest& request)
{
    const Authentication authentication(parts());
    if (request.path == QString(route::signIn)) {
        const auto wish = decodeSignInRequest(request.body);
        return toResponse(
            wish.ok() ? authentication.signIn(*wish) : Result<SessionResponse>(wish.error()));
    }
    if (request.path == QString(route::refresh)) {
        const auto wish = decodeRefreshRequest(request.body);
        return toResponse(
            wish.ok() ? authentication.refresh(*wish) : Result<SessionResponse>(wish.error()));
    }
    if (request.path == QString(route::signOut)) {
        const Result<void> done = authentication.signOut(QString::fromLatin1(request.bearer));
        return done.ok() ? TransportResponse{204, {}, 0, {}}
                         : fromHttp(HttpResponse::failure(done.error()));
    }
    const Result<Caller> caller = authentication.authenticate(QString::fromLatin1(request.bearer));
    return caller.ok() ? signedIn(request, *caller)
                       : fromHttp(HttpResponse::failure(caller.error()));
}

TransportResponse SimServer::signedIn(const TransportRequest& request, const Caller& caller)
{
    if (request.path == QString(route::push))
        return answerPush(request, caller);
    if (request.path == QString(route::pull))
        return answerPull(request, caller);
    if (request.path == QString(route::assign)) {
        const auto wish = decodeAssignRequest(request.body);
        if (!wish.ok())
            return fromHttp(HttpResponse::failure(wish.error()));
        const auto answer =
            Commands(parts()).assign(caller, *wish, QString::fromLatin1(request.idempotencyKey));
        if (answer.ok())
            committed(answer->touched);
        return commandResponse(answer);
    }
    return fromHttp(HttpResponse::failure({ErrorCode::NotFound}));
}

TransportResponse SimServer::answerPush(const TransportRequest& request, const Caller& caller)
{
    const auto wish = decodePushRequest(request.body);
    if (!wish.ok())
        return fromHttp(HttpResponse::failure(wish.error()));
    if (m_witness)
        m_witness->pushing(request.body);
    const Result<PushAnswer> answer = Push(parts()).run(caller, *wish);
    if (!answer.ok()) {
        if (m_witness)
            m_witness->pushFailed();
        return fromHttp(HttpResponse::failure(answer.error()));
    }
    committed(answer->touched);
    const QByteArray body = encode(answer->response);
    if (m_witness)
        m_witness->pushed(caller, request.body, body);
    return {200, body, 0, {}};
}

TransportResponse SimServer::answerPull(const TransportRequest& request, const Caller& caller)
{
    const auto wish = decodePullRequest(request.body);
    if (!wish.ok())
        return fromHttp(HttpResponse::failure(wish.error()));
    const Result<PullPage> page = Pull(parts()).run(caller, *wish);
    if (!page.ok()) {
        const bool tooOld =
            page.error().code == ErrorCode::Schema && page.error().field == u"schema"_s;
        return fromHttp(tooOld ? HttpResponse::failure(page.error(), upgradeRequired)
                               : HttpResponse::failure(page.error()));
    }
    const QByteArray body = encode(*page);
    if (m_witness)
        m_witness->pulled(caller, body);
    return {200, body, 0, {}};
}

Result<CommandAnswer> SimServer::command(
    const std::function<Result<CommandAnswer>(const Commands&)>& work)
{
    try {
        Result<CommandAnswer> answer = work(Commands(parts()));
        if (answer.ok())
            committed(answer->touched);
        return answer;
    } catch (const Killed&) {
        kill();
        return Error{ErrorCode::Unavailable, u"connection lost"_s};
    }
}

void SimServer::wait(const TransportRequest& request, std::function<void(TransportResponse)> answer)
{
    Result<Caller> caller = Error{ErrorCode::Unavailable};
    try {
        caller = Authentication(parts()).authenticate(QString::fromLatin1(request.bearer));
    } catch (const Killed&) {
        kill();
        answer(brokenConnection());
        return;
    }
    if (!caller.ok()) {
        answer(fromHttp(HttpResponse::failure(caller.error())));
        return;
    }
    const QString known = QUrl::fromPercentEncoding(request.path.section(u"mark="_s, 1).toLatin1());
    const Result<QString> mark = Pull(parts()).mark(*caller);
    if (!mark.ok() || *mark != known) {
        answer(mark.ok() ? TransportResponse{200, encode(WaitResponse{*mark}), 0, {}}
                         : fromHttp(HttpResponse::failure(mark.error())));
        return;
    }
    const quint64 number = ++m_lastWaiter;
    m_waiters.emplace(number, Waiter{*caller, std::move(answer)});
    m_time.after(serverOwner, longestWait, [this, number] { endWait(number); });
}

void SimServer::endWait(quint64 number)
{
    const auto found = m_waiters.find(number);
    if (found == m_waiters.end())
        return;
    const Waiter waiter = std::move(found->second);
    m_waiters.erase(found);
    const Result<QString> mark = Pull(parts()).mark(waiter.caller);
    waiter.answer(mark.ok() ? TransportResponse{200, encode(WaitResponse{*mark}), 0, {}}
                            : fromHttp(HttpResponse::failure(mark.error())));
}

void SimServer::committed(const Touched& touched)
{
    m_touched.scopes.unite(touched.scopes);
    m_touched.viewers.unite(touched.viewers);
    if (m_waking || m_touched.isEmpty())
        return;
    m_waking = true;
    m_time.after(serverOwner, coalescing, [this] { wakeTouched(); });
}

void SimServer::wakeTouched()
{
    m_waking = false;
    const Result<QSet<RecordId>> viewers = Pull(parts()).affected(std::exchange(m_touched, {}));
    std::vector<quint64> woken;
    for (const auto& [number, waiter] : m_waiters) {
        if (viewers.ok() && viewers->contains(waiter.caller.viewer.user))
            woken.push_back(number);
    }
    for (const quint64 number : woken)
        endWait(number);
}

DatabaseFiles SimServer::backup()
{
    return DatabaseFiles::read(m_path);
}

void SimServer::restore(const DatabaseFiles& files)
{
    stop();
    files.write(m_path);
    start();
}

} // namespace homeroom::sim
