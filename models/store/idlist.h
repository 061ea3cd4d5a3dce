// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"

#include <functional>
#include <span>

namespace homeroom {

/// Ids one statement takes. Lists are filled up with nulls, so that one prepared statement serves
/// every length.
constexpr int idsAtOnce = 64;

/// `(?1,?2,…)` for that many ids.
QByteArray idList();

using EachRow = std::function<void(const Statement&)>;

/// Runs `sql`, whose first parameters are one list of ids, for all ids; `bindMore` sets the
/// parameters after it. Throws SQLite::Exception.
void forIds(Database& database, const QByteArray& sql, std::span<const RecordId> ids,
    const EachRow& each, const std::function<void(Statement&)>& bindMore = {});

} // namespace homeroom
