// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutants.h"
#include "server/rules/writecontext.h"

namespace homeroom {

/// Runs a command once for each (user, key), kept 30 days (sync.md section 3): the same request
/// again gets the same bytes, another request under the key is Conflict. `work` returns
/// Result<QByteArray>. Without a key (empty) it always runs.
template <typename Work>
Result<QByteArray> onceForKey(
    WriteContext& context, const QString& key, const QByteArray& requestHash, Work&& work)
{
    WriteTransaction& transaction = context.transaction();
    if (key.isEmpty())
        return work();
    const Milliseconds life = mutated(Mutant::KeyForgotten) ? -1 : context.policy().idempotencyLife;
    const Milliseconds oldest = context.now() - life;
    transaction.forgetIdempotent(oldest);
    if (const auto known = transaction.idempotent(context.viewer().user, key)) {
        if (known->requestHash != requestHash)
            return Error{ErrorCode::Conflict,
                QStringLiteral("another request has used this Idempotency-Key")};
        return known->response;
    }
    Result<QByteArray> response = work();
    if (response.ok())
        transaction.putIdempotent(
            context.viewer().user, key, {requestHash, *response, context.now()});
    return response;
}

} // namespace homeroom
