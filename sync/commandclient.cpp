// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/commandclient.h"

#include "sync/protocol/codec.h"
#include "sync/protocol/commandrights.h"
#include "sync/protocol/jsonreader.h"

#include <QJsonDocument>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int attempts = 3; ///< a person waits for the answer
/// A second one is answered from what the first has done, so giving up early loses nothing.
constexpr Milliseconds answerTime = 10 * secondMs;
constexpr Milliseconds betweenAttempts = 500;
/// A server that asks for more is told of at once: nobody looks at a dialog for so long.
constexpr Milliseconds patience = 5 * secondMs;

/// A 200 that is no JSON is a proxy's page: the server's own answer never came.
bool isForeign(const TransportResponse& response)
{
    return response.status == 200 && !parseObject(response.body, maximumBodyBytes).ok();
}

/// Whether the command may not have been done, or nobody knows.
bool isLost(const TransportResponse& response)
{
    return isForeign(response) || response.status == 0 || response.status == 502
        || response.status == 503 || response.status == 504;
}

bool isMerelyAsked(QLatin1StringView path)
{
    return path == route::unmask || path == route::poolList || path == route::exportNotice
        || path == route::setPassword;
}

} // namespace

CommandClient::~CommandClient()
{
    *m_alive = false;
    for (const quint64 timer : m_timers)
        m_parts.scheduler.cancel(timer);
}

Result<void> CommandClient::preflight(Right right) const
{
    return checkRole(m_parts.session.account().viewer, right);
}

void CommandClient::send(QLatin1StringView path, const QByteArray& body, Finished finished)
{
    TransportRequest request;
    request.path = path;
    request.body = body;
    request.timeout = answerTime;
    request.idempotencyKey = m_parts.ids.next().toString().toLatin1();
    attempt({request,
        [this, path, finished = std::move(finished)](const Result<QByteArray>& answer) {
            if (answer.ok() && m_parts.changed && !isMerelyAsked(path))
                m_parts.changed();
            finished(answer);
        },
        attempts});
}

void CommandClient::attempt(const Attempt& attempt)
{
    m_parts.session.send(
        attempt.request, [this, attempt, alive = m_alive](const TransportResponse& response) {
            if (!*alive)
                return;
            if (isLost(response) && attempt.left > 1 && response.retryAfter <= patience)
                again(attempt, response.retryAfter);
            else if (isForeign(response))
                attempt.finished(Error{ErrorCode::Unavailable, u"no answer of the server"_s});
            else if (response.status == 200)
                attempt.finished(response.body);
            else
                attempt.finished(errorOf(response));
        });
}

void CommandClient::again(const Attempt& lost, Milliseconds retryAfter)
{
    Attempt next = lost;
    --next.left;
    const Milliseconds delay = betweenAttempts * (attempts - next.left);
    m_timers.push_back(
        m_parts.scheduler.after(std::max(delay, retryAfter), [this, next] { attempt(next); }));
}

template <typename Answer, typename Decode>
void CommandClient::ask(
    QLatin1StringView path, const QByteArray& body, Decode decode, const Answered<Answer>& done)
{
    send(path, body, [decode, done](const Result<QByteArray>& answer) {
        if (answer.ok())
            done(decode(*answer));
        else
            done(answer.error());
    });
}

void CommandClient::tell(QLatin1StringView path, const QByteArray& body, const Done& done)
{
    send(path, body, [done](const Result<QByteArray>& answer) {
        if (answer.ok())
            done({});
        else
            done(answer.error());
    });
}

void CommandClient::assign(const AssignRequest& request, Answered<AssignResponse> done)
{
    if (const Result<void> may = preflight(Right::Assign); !may.ok())
        done(may.error());
    else
        ask<AssignResponse>(route::assign, encode(request), decodeAssignResponse, done);
}

void CommandClient::claim(const ClaimRequest& request, Answered<MovedResponse> done)
{
    if (const Result<void> may = preflight(Right::Claim); !may.ok())
        done(may.error());
    else
        ask<MovedResponse>(route::claim, encode(request), decodeMovedResponse, done);
}

void CommandClient::returnToPool(const ReturnRequest& request, Answered<MovedResponse> done)
{
    if (const Result<void> may = preflight(Right::EditFamily); !may.ok())
        done(may.error());
    else
        ask<MovedResponse>(route::returnToPool, encode(request), decodeMovedResponse, done);
}

void CommandClient::merge(const MergeRequest& request, Answered<MovedResponse> done)
{
    if (const Result<void> may = preflight(Right::Merge); !may.ok())
        done(may.error());
    else
        ask<MovedResponse>(route::merge, encode(request), decodeMovedResponse, done);
}

void CommandClient::unmerge(const UnmergeRequest& request, Answered<MovedResponse> done)
{
    if (const Result<void> may = preflight(Right::Merge); !may.ok())
        done(may.error());
    else
        ask<MovedResponse>(route::unmerge, encode(request), decodeMovedResponse, done);
}

void CommandClient::unmask(const UnmaskRequest& request, Answered<UnmaskResponse> done)
{
    if (const Result<void> may = preflight(Right::Unmask); !may.ok())
        done(may.error());
    else
        ask<UnmaskResponse>(route::unmask, encode(request), decodeUnmaskResponse, done);
}

void CommandClient::noteExport(const ExportNotice& notice, Done done)
{
    if (mayExport(m_parts.session.account().viewer, notice.rows))
        tell(route::exportNotice, encode(notice), done);
    else
        done(Error{ErrorCode::Forbidden, u"the role exports fewer rows at once"_s, u"rows"_s});
}

void CommandClient::poolList(const PoolListRequest& request, Answered<PoolListResponse> done)
{
    if (const Result<void> may = preflight(Right::Claim); !may.ok())
        done(may.error());
    else
        ask<PoolListResponse>(route::poolList, encode(request), decodePoolListResponse, done);
}

void CommandClient::createUser(const CreateUserRequest& request, Done done)
{
    tell(route::createUser, encode(request), done);
}

void CommandClient::setPassword(const SetPasswordRequest& request, Done done)
{
    tell(route::setPassword, encode(request), done);
}

void CommandClient::deactivate(const RecordId& user, Done done)
{
    const QJsonObject body{{u"user"_s, user.toString()}};
    if (const Result<void> may = preflight(Right::EditUsers); !may.ok())
        done(may);
    else
        tell(route::deactivate, QJsonDocument(body).toJson(QJsonDocument::Compact), done);
}

void CommandClient::moveUser(const MoveUserRequest& request, Done done)
{
    if (const Result<void> may = preflight(Right::EditUsers); !may.ok())
        done(may);
    else
        tell(route::moveUser, encode(request), done);
}

} // namespace homeroom
