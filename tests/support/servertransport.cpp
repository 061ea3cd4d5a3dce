// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/servertransport.h"

#include "sync/protocol/codec.h"

#include <QUrl>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds latency = 20;
constexpr Milliseconds waitPoll = 50;
constexpr Milliseconds waitLimit = 55 * secondMs;

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthorized:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Fork:
    case ErrorCode::Gap:
    case ErrorCode::Changed:
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::Expired:
    case ErrorCode::Generation:
    case ErrorCode::Schema:
        return 410;
    case ErrorCode::TooLarge:
        return 413;
    default:
        return 400;
    }
}

TransportResponse refusal(const Error& error)
{
    return {statusOf(error.code), encodeError(error), 0, {}};
}

template <typename Message> TransportResponse toResponse(const Result<Message>& message)
{
    return message.ok() ? TransportResponse{200, encode(*message), 0, {}}
                        : refusal(message.error());
}

QString pathOf(const TransportRequest& request)
{
    return request.path.section(u'?', 0, 0);
}

} // namespace

quint64 ServerTransport::send(const TransportRequest& request, Done done)
{
    const quint64 number = ++m_last;
    m_open.insert(number);
    m_time.after(latency, [this, number, request, done = std::move(done)] {
        const Fault fault = nextFault(pathOf(request));
        if (!m_online)
            answer(number, TransportResponse::failed(ErrorCode::Unavailable, u"offline"_s), done);
        if (!m_online || fault == Fault::RequestLost)
            return;
        ++m_counts[pathOf(request)];
        if (pathOf(request) == QString(route::wait)) {
            serveWait(number, request, done);
            return;
        }
        TransportResponse response = fault == Fault::ServerError
            ? TransportResponse{503, {}, 2 * secondMs, {}}
            : fault == Fault::TooMany ? TransportResponse{429, {}, 7 * secondMs, {}}
                                      : serve(request);
        if (fault == Fault::AnswerLost)
            response = TransportResponse::failed(ErrorCode::Unavailable, u"connection lost"_s);
        else if (fault == Fault::AnswerCut)
            response.body.truncate(response.body.size() / 2);
        else if (fault == Fault::AnswerGarbage)
            response = {200, "<html>Welcome to the hotel</html>", 0, {}};
        m_time.after(latency, [this, number, response, done] { answer(number, response, done); });
    });
    return number;
}

void ServerTransport::answer(quint64 number, const TransportResponse& response, const Done& done)
{
    if (m_open.remove(number))
        done(response);
}

Fault ServerTransport::nextFault(const QString& path)
{
    std::deque<Fault>& faults = m_faults[path];
    if (faults.empty())
        return Fault::None;
    const Fault fault = faults.front();
    faults.pop_front();
    return fault;
}

TransportResponse ServerTransport::serve(const TransportRequest& request)
{
    const Authentication authentication(m_server.parts());
    if (request.path == QString(route::signIn) || request.path == QString(route::refresh)) {
        Result<SessionResponse> session = Error{ErrorCode::Malformed};
        if (request.path == QString(route::signIn)) {
            const auto wish = decodeSignInRequest(request.body);
            session =
                wish.ok() ? authentication.signIn(*wish) : Result<SessionResponse>(wish.error());
        } else {
            const auto wish = decodeRefreshRequest(request.body);
            session =
                wish.ok() ? authentication.refresh(*wish) : Result<SessionResponse>(wish.error());
        }
        if (session.ok())
            m_issued.insert(session->accessToken.toLatin1());
        return toResponse(session);
    }
    if (m_expired.contains(request.bearer))
        return refusal({ErrorCode::Unauthorized, u"expired"_s});
    const Result<Caller> caller = authentication.authenticate(QString::fromLatin1(request.bearer));
    return caller.ok() ? serveSignedIn(request, *caller) : refusal(caller.error());
}

TransportResponse ServerTransport::serveSignedIn(
    const TransportRequest& request, const Caller& caller)
{
    if (request.path == QString(route::push)) {
        auto wish = decodePushRequest(request.body);
        if (!wish.ok())
            return refusal(wish.error());
        if (m_speaksOlder && (wish->page || wish->drains))
            return refusal(
                {ErrorCode::Malformed, u"unknown member"_s, wish->page ? u"page"_s : u"drains"_s});
        if (wish->page && m_pageRows > 0)
            wish->page->rows = m_pageRows;
        Result<PushAnswer> answer = Push(m_server.parts()).run(caller, *wish);
        if (answer.ok() && !m_withholdsPages)
            Pull(m_server.parts()).addWishedPage(caller, *wish, answer->response);
        return answer.ok() ? TransportResponse{200, encode(answer->response), 0, {}}
                           : refusal(answer.error());
    }
    if (request.path == QString(route::pull)) {
        auto wish = decodePullRequest(request.body);
        if (!wish.ok())
            return refusal(wish.error());
        if (m_speaksOlder && !wish->columns.isEmpty())
            return refusal({ErrorCode::Malformed, u"unknown member"_s, u"columns"_s});
        if (m_pageRows > 0)
            wish->rows = m_pageRows;
        const Result<PullPage> page = Pull(m_server.parts()).run(caller, *wish);
        return page.ok() ? TransportResponse{200, encode(*page, wish->columns), 0, {}}
                         : refusal(page.error());
    }
    return serveCommand(request, caller);
}

TransportResponse ServerTransport::serveCommand(
    const TransportRequest& request, const Caller& caller)
{
    const Commands commands(m_server.parts());
    const QString key = QString::fromLatin1(request.idempotencyKey);
    const auto done = [&](const auto& wish, auto run) {
        if (!wish.ok())
            return refusal(wish.error());
        const Result<CommandAnswer> answer = (commands.*run)(caller, *wish, key);
        return answer.ok() ? TransportResponse{200, answer->body, 0, {}} : refusal(answer.error());
    };
    if (request.path == QString(route::assign))
        return done(decodeAssignRequest(request.body), &Commands::assign);
    if (request.path == QString(route::claim))
        return done(decodeClaimRequest(request.body), &Commands::claim);
    if (request.path == QString(route::returnToPool))
        return done(decodeReturnRequest(request.body), &Commands::returnToPool);
    if (request.path == QString(route::merge))
        return done(decodeMergeRequest(request.body), &Commands::merge);
    if (request.path == QString(route::unmerge))
        return done(decodeUnmergeRequest(request.body), &Commands::unmerge);
    if (request.path == QString(route::unmask))
        return done(decodeUnmaskRequest(request.body), &Commands::unmask);
    if (request.path == QString(route::moveUser))
        return done(decodeMoveUserRequest(request.body), &Commands::moveUser);
    return refusal({ErrorCode::NotFound, u"no such route"_s});
}

void ServerTransport::serveWait(quint64 number, const TransportRequest& request, const Done& done)
{
    const Result<Caller> caller = m_expired.contains(request.bearer)
        ? Result<Caller>(Error{ErrorCode::Unauthorized})
        : Authentication(m_server.parts()).authenticate(QString::fromLatin1(request.bearer));
    if (!caller.ok()) {
        answer(number, refusal(caller.error()), done);
        return;
    }
    const QString known = QUrl::fromPercentEncoding(request.path.section(u"mark="_s, 1).toLatin1());
    const Milliseconds end = m_time.now() + waitLimit;
    const auto look = std::make_shared<std::function<void()>>();
    *look = [this, number, caller = *caller, known, end, done, look] {
        if (!m_open.contains(number)) {
            *look = nullptr;
            return;
        }
        const Result<QString> mark = Pull(m_server.parts()).mark(caller);
        if (!m_online || !mark.ok() || (*mark == known && m_time.now() < end)) {
            m_time.after(waitPoll, [look] {
                if (*look)
                    (*look)();
            });
            return;
        }
        answer(number, {200, encode(WaitResponse{*mark}), 0, {}}, done);
    };
    (*look)();
}

} // namespace homeroom::test
