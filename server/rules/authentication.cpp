// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/authentication.h"

#include "models/values/mutants.h"
#include "models/values/records/records.h"
#include "server/rules/passwords.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Error signInAgain()
{
    return {ErrorCode::Unauthorized, u"sign in again"_s};
}

/// Only for who has shown a token of that user: a sign-in tells nobody which accounts there are.
Error deactivated()
{
    return {ErrorCode::Unauthorized, u"the account is deactivated"_s, u"active"_s};
}

struct Credentials {
    User user{};
    QByteArray hash{};
};

} // namespace

Result<SessionResponse> Authentication::signIn(const SignInRequest& request) const
{
    const Error wrong{ErrorCode::Unauthorized, u"wrong name or password"_s};
    if (request.device.isNull())
        return Error{ErrorCode::Malformed, u"a session needs a device"_s, u"device"_s};
    const auto found =
        m_parts.storage.read([&](ReadTransaction& transaction) -> Result<Credentials> {
            const auto user = transaction.userByName(request.user);
            if (!user || !user->active)
                return Credentials();
            const auto account = transaction.account(user->id);
            return Credentials{*user, account ? account->passwordHash : QByteArray()};
        });
    if (!found.ok())
        return found.error();
    if (!passwordFits(found->hash, request.password))
        return wrong;
    return m_parts.storage.write([&](WriteTransaction& transaction) -> Result<SessionResponse> {
        const auto account = transaction.account(found->user.id);
        // Changed or deactivated while the password was being checked.
        if (!account || account->passwordHash != found->hash || account->deactivatedAt)
            return wrong;
        transaction.forgetTokens(m_parts.clock.now());
        RefreshToken start;
        start.family = m_parts.ids.next();
        start.device = request.device;
        return issue(transaction, start, found->user);
    });
}

Result<SessionResponse> Authentication::refresh(const RefreshRequest& request) const
{
    // A revocation must be kept although the request fails, so the failure is no error inside.
    std::optional<SessionResponse> session;
    Error refusal = signInAgain();
    const Result<void> done =
        m_parts.storage.write([&](WriteTransaction& transaction) -> Result<void> {
            const auto token = transaction.refreshToken(tokenHash(request.refreshToken));
            if (!token || token->expiresAt < m_parts.clock.now())
                return {};
            const auto children = transaction.refreshChildren(token->hash);
            const bool answered = std::ranges::any_of(children, &RefreshToken::used)
                || (mutated(Mutant::RefreshLost) && !children.empty());
            // A forked client has a new device id; a second holder of an old token has one, too.
            const bool elsewhere = token->device != request.device && !children.empty();
            if (token->dead || elsewhere || answered) {
                transaction.revokeFamily(token->family);
                return {};
            }
            const Result<User> user = holder(transaction, token->user);
            if (!user.ok()) {
                refusal = user.error();
                return {};
            }
            markArrived(transaction, *token);
            RefreshToken parent = *token;
            parent.device = request.device;
            Result<SessionResponse> issued = issue(transaction, parent, *user);
            if (!issued.ok())
                return issued.error();
            session = std::move(*issued);
            return {};
        });
    if (!done.ok())
        return done.error();
    return session ? Result<SessionResponse>(std::move(*session))
                   : Result<SessionResponse>(refusal);
}

// The token has reached the client: siblings issued for lost answers can only be stolen ones.
void Authentication::markArrived(WriteTransaction& transaction, RefreshToken token)
{
    if (token.used)
        return;
    token.used = true;
    transaction.putRefreshToken(token);
    if (token.parent.isEmpty())
        return;
    for (RefreshToken sibling : transaction.refreshChildren(token.parent)) {
        if (sibling.hash == token.hash)
            continue;
        sibling.dead = true;
        transaction.putRefreshToken(sibling);
    }
}

Result<SessionResponse> Authentication::issue(
    WriteTransaction& transaction, const RefreshToken& parent, const User& user) const
{
    const Milliseconds now = m_parts.clock.now();
    const RulePolicy& policy = m_parts.policy;
    SessionResponse session;
    session.accessToken = randomToken();
    session.refreshToken = randomToken();
    session.expiresIn = policy.accessTokenLife / secondMs;
    RefreshToken next = parent;
    next.parent = parent.hash;
    next.hash = tokenHash(session.refreshToken);
    next.user = user.id;
    next.expiresAt = now + policy.refreshTokenLife;
    next.used = false;
    transaction.putRefreshToken(next);
    transaction.putAccessToken({tokenHash(session.accessToken), user.id, parent.device, next.hash,
        now + policy.accessTokenLife});
    const OrganisationState organisation = transaction.organisation();
    session.viewer = {user.id, user.role, user.team};
    session.userName = user.name;
    session.displayName = user.displayName;
    session.organisation = organisation.name;
    session.timeZone = organisation.timeZone;
    session.serverTime = now;
    return session;
}

Result<User> Authentication::holder(ReadTransaction& transaction, const RecordId& id) const
{
    const auto record = transaction.findRecord(RecordKind::User, id);
    const auto account = transaction.account(id);
    if (!record || record->row.deleted || !account)
        return signInAgain();
    const User user = fromRow<User>(record->row);
    const bool gone = account->deactivatedAt
        && m_parts.clock.now() - *account->deactivatedAt > m_parts.policy.deactivatedGrace;
    if (gone || (!user.active && !account->deactivatedAt))
        return deactivated();
    return user;
}

Result<Caller> Authentication::authenticate(const QString& accessToken) const
{
    QByteArray unconfirmed;
    const Result<Caller> caller =
        m_parts.storage.read([&](ReadTransaction& transaction) -> Result<Caller> {
            const auto token = transaction.accessToken(tokenHash(accessToken));
            if (!token || token->expiresAt <= m_parts.clock.now())
                return signInAgain();
            const Result<User> user = holder(transaction, token->user);
            if (!user.ok())
                return user.error();
            const auto refresh = transaction.refreshToken(token->refreshHash);
            if (!refresh || refresh->dead)
                return signInAgain();
            if (!refresh->used)
                unconfirmed = refresh->hash;
            return Caller{{user->id, user->role, user->team}, token->device, user->active};
        });
    if (caller.ok() && !unconfirmed.isEmpty()) {
        if (const Result<void> noted = noteArrived(unconfirmed); !noted.ok())
            return noted.error();
    }
    return caller;
}

Result<void> Authentication::noteArrived(const QByteArray& refreshHash) const
{
    return m_parts.storage.write([&](WriteTransaction& transaction) -> Result<void> {
        if (const auto token = transaction.refreshToken(refreshHash))
            markArrived(transaction, *token);
        return {};
    });
}

Result<void> Authentication::signOut(const QString& accessToken) const
{
    return m_parts.storage.write([&](WriteTransaction& transaction) -> Result<void> {
        const auto token = transaction.accessToken(tokenHash(accessToken));
        if (!token)
            return {};
        if (const auto refresh = transaction.refreshToken(token->refreshHash))
            transaction.revokeFamily(refresh->family);
        return {};
    });
}

} // namespace homeroom
