// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/push.h"
#include "sync/protocol/commandmessages.h"

namespace homeroom {

/// `POST /v1/pool/list`: what may be claimed, masked and newest first. Pool families are not synced
/// to tutors; this is how they find them.
class Pool {
public:
    explicit Pool(const RuleParts& parts) : m_parts(parts) { }

    /// Families of the caller's team, or of every team for operations and administrators. Errors:
    /// Forbidden, Database.
    Result<PoolListResponse> list(const Caller& caller, const PoolListRequest& request) const;

private:
    RuleParts m_parts;
};

} // namespace homeroom
