// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/caller.h"
#include "server/rules/mutationapplier.h"
#include "sync/protocol/messages.h"

namespace homeroom {

/// What every rule object is made of.
struct RuleParts {
    Storage& storage;
    const Clock& clock;
    IdFactory& ids;
    RulePolicy policy{};
};

/// What a push answers, and who is to be woken for it.
struct PushAnswer {
    PushResponse response{};
    Touched touched{};
};

/// `POST /v1/sync/push` (sync.md section 5): every mutation takes effect once, whatever the network
/// does, and its outcome is answered again byte for byte. One transaction a request.
class Push {
public:
    explicit Push(const RuleParts& parts) : m_parts(parts) { }

    /// Errors: Fork (another content under a known number, or another user's device), Gap (a number
    /// was left out), Malformed, TooLarge, Database.
    Result<PushAnswer> run(const Caller& caller, const PushRequest& request) const;

private:
    RuleParts m_parts;
};

} // namespace homeroom
