// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/caller.h"
#include "server/rules/mutationapplier.h"
#include "sync/protocol/messages.h"

#include <span>

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

/// A request and who sent it.
struct PushWish {
    Caller caller{};
    PushRequest request{};
};

/// `POST /v1/sync/push` (sync.md section 5): every mutation takes effect once, whatever the network
/// does, and its outcome is answered again byte for byte. A request is whole or not at all, and has
/// a seq of its own.
class Push {
public:
    explicit Push(const RuleParts& parts) : m_parts(parts) { }

    /// Errors: Fork (another content under a known number, or another user's device), Gap (a number
    /// was left out), Malformed, TooLarge, Database.
    Result<PushAnswer> run(const Caller& caller, const PushRequest& request) const;

    /// Several requests in one durable commit, as if one after the other: what is wrong with one
    /// does not touch the others. An answer for each, in their order.
    std::vector<Result<PushAnswer>> runTogether(std::span<const PushWish> wishes) const;

private:
    Result<PushAnswer> applyApart(WriteTransaction& transaction, const PushWish& wish) const;
    Result<PushAnswer> apply(
        WriteTransaction& transaction, const Caller& caller, const PushRequest& request) const;

    RuleParts m_parts;
};

} // namespace homeroom
