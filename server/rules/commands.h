// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/idempotency.h"
#include "server/rules/passwords.h"
#include "server/rules/push.h"
#include "sync/protocol/commandmessages.h"

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

    /// Takes families out of the pool for the caller. Errors: NotFound, Changed (somebody was
    /// faster), TooMany (the organisation's cap), Forbidden, TooLarge, Conflict.
    Result<CommandAnswer> claim(
        const Caller& caller, const ClaimRequest& request, const QString& key) const;
    /// Puts families into the pools of their teams. Errors as assign.
    Result<CommandAnswer> returnToPool(
        const Caller& caller, const ReturnRequest& request, const QString& key) const;
    /// Errors: NotFound, Forbidden, Changed, Invalid, Conflict.
    Result<CommandAnswer> merge(
        const Caller& caller, const MergeRequest& request, const QString& key) const;
    /// Errors: NotFound (no such merge), Forbidden, Depends, Conflict.
    Result<CommandAnswer> unmerge(
        const Caller& caller, const UnmergeRequest& request, const QString& key) const;
    /// The contacts of one family in full; each key leaves one audit entry. The answer itself is
    /// never stored. Errors: NotFound, Forbidden, Conflict.
    Result<CommandAnswer> unmask(
        const Caller& caller, const UnmaskRequest& request, const QString& key) const;
    /// Notes an export in the audit. Errors: Forbidden (above the role's limit), Conflict.
    Result<CommandAnswer> noteExport(
        const Caller& caller, const ExportNotice& notice, const QString& key) const;

    /// Errors: Forbidden, Invalid (name taken or empty, weak password), NotFound (team), Conflict.
    Result<CommandAnswer> createUser(
        const Caller& caller, const CreateUserRequest& request, const QString& key) const;
    /// Signs the user out everywhere. Errors: Forbidden, NotFound, Invalid.
    Result<CommandAnswer> setPassword(
        const Caller& caller, const SetPasswordRequest& request) const;
    /// Errors: Forbidden, NotFound, Depends (the last administrator).
    Result<CommandAnswer> deactivate(const Caller& caller, const RecordId& user) const;
    /// Puts a user into another team: their families go along, since rights go by the owner's
    /// team. Errors: Forbidden, NotFound (user or team), Changed, Invalid (the role needs a team).
    Result<CommandAnswer> moveUser(
        const Caller& caller, const MoveUserRequest& request, const QString& key) const;

private:
    template <typename Work>
    Result<CommandAnswer> inTransaction(
        const Caller& caller, const QString& key, const QByteArray& requestHash, Work&& work) const;

    RuleParts m_parts;
};

template <typename Work>
Result<CommandAnswer> Commands::inTransaction(
    const Caller& caller, const QString& key, const QByteArray& requestHash, Work&& work) const
{
    const Milliseconds now = m_parts.clock.now();
    return m_parts.storage.write([&](WriteTransaction& transaction) -> Result<CommandAnswer> {
        WriteContext context(transaction, caller, now, m_parts.policy, m_parts.ids);
        Result<QByteArray> body =
            onceForKey(context, key, requestHash, [&] { return work(context); });
        if (!body.ok())
            return body.error();
        return CommandAnswer{std::move(*body), context.touched()};
    });
}

/// Families that one command may move.
constexpr size_t maximumAssignItems = 2000;

/// Who acts when the command line of the server does: every right, no user.
Caller systemCaller();

} // namespace homeroom
