// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/simserver.h"

#include "server/http/httpmessage.h"
#include "sim/commandroutes.h"
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
    m_pull = std::make_unique<Pull>(parts());
    m_waits = std::make_unique<WaitList>(*m_pull);
    ++m_starts;
}

void SimServer::stop()
{
    if (m_witness)
        m_witness->serverStops();
    for (const Parked& held : std::exchange(m_held, {}))
        held.answer(HttpResponse{0, {}, {}});
    m_time.dropJobsOf(serverOwner);
    m_news = {};
    m_isTelling = false;
    m_waits.reset();
    m_pull.reset();
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
    if (std::exchange(m_isCommanded, false) && m_witness)
        m_witness->commanded(nullptr);
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
    if (request.path.startsWith(u"/v1/commands/"))
        return answerCommand(request, caller);
    return fromHttp(HttpResponse::failure({ErrorCode::NotFound}));
}

TransportResponse SimServer::answerPush(const TransportRequest& request, const Caller& caller)
{
    const auto wish = decodePushRequest(request.body);
    if (!wish.ok())
        return fromHttp(HttpResponse::failure(wish.error()));
    if (m_witness)
        m_witness->pushing(request.body);
    Result<PushAnswer> answer = Push(parts()).run(caller, *wish);
    if (!answer.ok()) {
        if (m_witness)
            m_witness->pushFailed();
        return fromHttp(HttpResponse::failure(answer.error()));
    }
    committed(answer->touched, caller.device);
    if (m_witness)
        m_witness->pushed(caller, request.body, encode(answer->response));
    m_pull->addWishedPage(caller, *wish, answer->response);
    if (m_witness && !answer->response.page.isEmpty())
        m_witness->pulled(caller, answer->response.page);
    return {200, encode(answer->response), 0, {}};
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
    const QByteArray body = encode(*page, wish->columns);
    if (m_witness)
        m_witness->pulled(caller, body);
    return {200, body, 0, {}};
}

TransportResponse SimServer::answerCommand(const TransportRequest& request, const Caller& caller)
{
    if (m_witness)
        m_witness->commanding(caller, request);
    m_isCommanded = true;
    Touched touched;
    const TransportResponse response =
        fromHttp(runCommand(Commands(parts()), caller, request, touched));
    m_isCommanded = false;
    committed(touched);
    if (m_witness)
        m_witness->commanded(&response);
    return response;
}

void SimServer::wait(const TransportRequest& request, std::function<void(TransportResponse)> answer)
{
    const Parked parked([answer](const HttpResponse& response) {
        answer(response.status == 0 ? brokenConnection() : fromHttp(response));
    });
    Result<Caller> caller = Error{ErrorCode::Unavailable};
    try {
        caller = Authentication(parts()).authenticate(QString::fromLatin1(request.bearer));
    } catch (const Killed&) {
        kill();
        answer(brokenConnection());
        return;
    }
    if (!caller.ok()) {
        parked.answer(HttpResponse::failure(caller.error()));
        return;
    }
    const QString known = QUrl::fromPercentEncoding(request.path.section(u"mark="_s, 1).toLatin1());
    m_waits->wait(*caller, known, parked);
    if (parked.answered())
        return;
    std::erase_if(m_held, [](const Parked& held) { return held.answered(); });
    m_held.push_back(parked);
    // As the product's time limit does: with the mark that was asked with.
    m_time.after(serverOwner, longestWait,
        [parked, known] { parked.answer(HttpResponse::json(encode(WaitResponse{known}))); });
}

void SimServer::committed(const Touched& touched, const RecordId& device)
{
    m_news.add(touched, device);
    if (m_isTelling || m_news.isEmpty())
        return;
    m_isTelling = true;
    m_time.after(serverOwner, m_nextLook - m_time.now(), [this] { tellNews(); });
}

// The first news after a calm are told at once, those behind them together.
void SimServer::tellNews()
{
    m_isTelling = false;
    m_nextLook = m_time.now() + coalescing;
    for (const WaitList::Answer& each : m_waits->answersTo(std::exchange(m_news, {})))
        each.parked.answer(each.response);
    m_waits->dropAnswered();
}

DatabaseFiles SimServer::backup()
{
    return DatabaseFiles::read(m_path);
}

void SimServer::restore(const DatabaseFiles& files)
{
    stop();
    // No connection outlives the machine.
    m_time.dropJobsUpTo(firstWireOwner);
    files.write(m_path);
    start();
}

} // namespace homeroom::sim
