// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/session.h"

namespace homeroom {

/// Commands of an administrator: online only, at most once however often the answer is lost. What
/// they change comes back as records by the next pull.
class AdminClient {
public:
    using Done = std::function<void(Result<void>)>;

    AdminClient(Session& session, IdFactory& ids) : m_session(session), m_ids(ids) { }

    void createUser(const CreateUserRequest& request, Done done);
    void setPassword(const SetPasswordRequest& request, Done done);

private:
    void send(QLatin1StringView path, const QByteArray& body, Done done);

    Session& m_session;
    IdFactory& m_ids;
};

} // namespace homeroom
