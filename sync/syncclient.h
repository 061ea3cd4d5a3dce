// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/session.h"

namespace homeroom {

/// A typed answer, or why there is none.
template <typename Message> struct Reply {
    Result<Message> result;
    int status = 0; ///< of HTTP; 0 where no answer came
    Milliseconds retryAfter = 0;
};

/// The endpoints as calls. Answers come on the caller's thread, never from inside a call.
class SyncClient {
public:
    template <typename Message> using Done = std::function<void(Reply<Message>)>;

    explicit SyncClient(Session& session) : m_session(session) { }

    void push(const PushRequest& request, Done<PushResponse> done);
    /// The page as bytes: reading it is the work of another thread.
    void pull(const PullRequest& request, Done<QByteArray> done);
    /// Held by the server for up to 55 s.
    void wait(const QString& mark, Done<WaitResponse> done);

private:
    Session& m_session;
};

} // namespace homeroom
