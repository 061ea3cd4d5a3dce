// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/description.h"
#include "models/values/stamp.h"

#include <utility>
#include <vector>

namespace homeroom {

/// A record of any type, as tables and the wire hold it.
struct RecordRow {
    RecordKind kind = RecordKind::None;
    RecordId id{};
    RecordId root{};
    Stamp stamp{}; ///< of the row's last write on the server; zero while the server lacks it
    bool deleted = false;
    std::vector<FieldValue> values{}; ///< one for each field of the type, in its order
    QJsonObject extra{}; ///< fields this program does not know; kept and returned untouched

    bool operator==(const RecordRow&) const = default;

    const RecordType& type() const { return recordType(kind); }
    const FieldValue& value(int field) const { return values[size_t(field)]; }
    /// By wire name; an unknown name stops.
    const FieldValue& value(QStringView field) const;
};

/// A row of the type with no value set.
RecordRow emptyRow(RecordKind kind, const RecordId& id);

/// The root that the type's rule gives for these values (see RootRule); null when the parent is
/// missing.
RecordId rootOf(const RecordRow& row);

/// Field index → new value.
using FieldChanges = std::vector<std::pair<int, FieldValue>>;

template <typename Record> RecordRow toRow(const Record& record)
{
    RecordRow row = emptyRow(Description<Record>::kind, record.id);
    size_t at = 0;
    std::apply(
        [&](const auto&... described) {
            ((row.values[at++] = detail::toFieldValue(record.*described.member)), ...);
        },
        Description<Record>::fields);
    row.root = rootOf(row);
    return row;
}

template <typename Record> Record fromRow(const RecordRow& row)
{
    Q_ASSERT(row.kind == Description<Record>::kind);
    Record record;
    record.id = Id<Record>(row.id);
    size_t at = 0;
    std::apply(
        [&](const auto&... described) {
            (detail::fromFieldValue(row.values[at++], record.*described.member), ...);
        },
        Description<Record>::fields);
    return record;
}

} // namespace homeroom
