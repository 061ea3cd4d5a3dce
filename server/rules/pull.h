// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/cursor.h"
#include "server/rules/push.h"

namespace homeroom {

/// `POST /v1/sync/pull` and the mark of `GET /v1/sync/wait` (sync.md sections 3 and 4).
class Pull {
public:
    explicit Pull(const RuleParts& parts) : m_parts(parts) { }

    /// Errors: Malformed (cursor), Expired, Generation, Schema, Database. A cursor that this
    /// database cannot have given out shows that the database was restored: the generation rises.
    Result<PullPage> run(const Caller& caller, const PullRequest& request) const;

    /// Changes whenever a pull of this viewer would bring something.
    Result<QString> mark(const Caller& caller) const;

    /// Active viewers to whom a commit matters.
    Result<QSet<RecordId>> affected(const Touched& touched) const;

private:
    void raiseGeneration(const Cursor& witness) const;

    RuleParts m_parts;
};

} // namespace homeroom
