// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/cursor.h"
#include "server/rules/push.h"
#include "server/rules/restoration.h"

namespace homeroom {

/// `POST /v1/sync/pull` and the mark of `GET /v1/sync/wait` (sync.md sections 3 and 4).
class Pull {
public:
    explicit Pull(const RuleParts& parts) : m_parts(parts) { }

    /// Errors: Malformed (cursor, seen), Expired, Generation, Schema, Database. What this database
    /// cannot have given out shows that it was restored: the generation rises. A cursor of before
    /// the lost time stays good.
    Result<PullPage> run(const Caller& caller, const PullRequest& request) const;

    /// Adds the page that a push wished for, whose cursor says what `seen` did. Nothing where it
    /// wished for none, or where there is none: a pull says why.
    void addWishedPage(
        const Caller& caller, const PushRequest& request, PushResponse& response) const;

    /// Changes whenever a pull of this viewer would bring something.
    Result<QString> mark(const Caller& caller) const;

    /// Active viewers to whom a commit matters.
    Result<QSet<RecordId>> affected(const Touched& touched) const;

private:
    Result<PullPage> read(
        const Caller& caller, const PullRequest& request, std::optional<Witness>& lost) const;
    void raiseGeneration(const Witness& lost, const Shown& by) const;

    RuleParts m_parts;
};

} // namespace homeroom
