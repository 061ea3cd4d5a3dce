// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"
#include "models/values/syncvalues.h"
#include "tests/support/storefixture.h"

namespace homeroom::test {

/// The record as the server holds it after a commit.
template <typename Record> RecordRow served(const Record& record, qint64 seq, qint64 generation = 1)
{
    RecordRow row = toRow(record);
    row.stamp = {generation, seq};
    return row;
}

/// A page of whole roots; the last one of its session unless said otherwise.
inline PullPage aPage(
    qint64 seq, std::vector<RootUpdate> roots, const QString& cursor = QStringLiteral("c"))
{
    return {cursor, {1, seq}, true, 0, std::move(roots)};
}

inline RootUpdate full(std::vector<RecordRow> rows)
{
    return {rows.front().root, RootOperation::Full, rows};
}

inline RootUpdate delta(std::vector<RecordRow> rows)
{
    return {rows.front().root, RootOperation::Delta, rows};
}

inline RootUpdate evict(const RecordId& root)
{
    return {root, RootOperation::Evict, {}};
}

} // namespace homeroom::test
