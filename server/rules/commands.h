// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/passwords.h"
#include "server/rules/push.h"

namespace homeroom {

/// A command's answer as bytes, so that a repeated one is answered alike.
struct CommandAnswer {
    QByteArray body{};
    Touched touched{};
};

/// The commands that are online only (sync.md section 3). Each is one transaction.
class Commands {
public:
    explicit Commands(const RuleParts& parts) : m_parts(parts) { }

    /// Hands families over, all or nothing. Errors: NotFound (a family or the receiver is unknown
    /// or not visible), Forbidden, Changed (the owner is another by now), Invalid (the receiver
    /// keeps no families), TooMany, Conflict (the key was used for another request).
    Result<CommandAnswer> assign(
        const Caller& caller, const AssignRequest& request, const QString& key) const;

    /// Errors: Forbidden, Invalid (name taken or empty, weak password), NotFound (team), Conflict.
    Result<CommandAnswer> createUser(
        const Caller& caller, const CreateUserRequest& request, const QString& key) const;
    /// Signs the user out everywhere. Errors: Forbidden, NotFound, Invalid.
    Result<CommandAnswer> setPassword(
        const Caller& caller, const SetPasswordRequest& request) const;
    /// Errors: Forbidden, NotFound, Depends (the last administrator).
    Result<CommandAnswer> deactivate(const Caller& caller, const RecordId& user) const;

private:
    template <typename Work>
    Result<CommandAnswer> inTransaction(
        const Caller& caller, const QString& key, const QByteArray& requestHash, Work&& work) const;

    RuleParts m_parts;
};

/// Families that one assign may hand over.
constexpr size_t maximumAssignItems = 2000;

/// Who acts when the command line of the server does: every right, no user.
Caller systemCaller();

} // namespace homeroom
