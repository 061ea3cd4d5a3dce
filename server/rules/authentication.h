// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/push.h"

namespace homeroom {

/// Sign-in, refresh and what a bearer token stands for (sync.md sections 3, 7 and 11). Tokens are
/// 32 random bytes and stored as hashes. A refresh token is used once; using one whose answer is
/// known to have arrived revokes its whole family, while a repeat of a refresh whose answer was
/// lost succeeds.
class Authentication {
public:
    explicit Authentication(const RuleParts& parts) : m_parts(parts) { }

    /// Unauthorized for a wrong name, a wrong password and a deactivated user alike. The caller
    /// limits the rate.
    Result<SessionResponse> signIn(const SignInRequest& request) const;
    /// Unauthorized where the token is of no use (any more).
    Result<SessionResponse> refresh(const RefreshRequest& request) const;
    /// Ends the session of the access token; never fails for an unknown one.
    Result<void> signOut(const QString& accessToken) const;
    /// Unauthorized for an unknown or expired token, and for a user deactivated too long ago.
    Result<Caller> authenticate(const QString& accessToken) const;

private:
    Result<SessionResponse> issue(
        WriteTransaction& transaction, const RefreshToken& parent, const User& user) const;
    Result<User> holder(ReadTransaction& transaction, const RecordId& id) const;
    Result<void> noteArrived(const QByteArray& refreshHash) const;
    static void markArrived(WriteTransaction& transaction, RefreshToken token);

    RuleParts m_parts;
};

} // namespace homeroom
