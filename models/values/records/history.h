// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/progress.h"

namespace homeroom {

enum class HistoryAction {
    Set,
    Lost, ///< a typed value that gave way to a later one
    Delete,
    Merge, ///< another family became part of this one: `customer` its id, `name` its name
    Unmerge ///< it is a family of its own again
};
template <> struct Words<HistoryAction> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("set"),
        QLatin1StringView("lost"), QLatin1StringView("delete"), QLatin1StringView("merge"),
        QLatin1StringView("unmerge")};
};

/// HistoryEntry (变更): who changed which fields of one record of a family, from what to what.
/// Written by the server with the change itself, so that everybody who sees the family reads the
/// same history.
struct HistoryEntry {
    Id<HistoryEntry> id{};
    Id<Customer> customer{};
    QString record{}; ///< `type/id` of the record
    HistoryAction action = HistoryAction::Set;
    /// Field → [from, to] as on the wire, null for nothing; of Lost the value that stayed and the
    /// one that was typed. Empty for Delete.
    QJsonObject changes{};
    Id<User> author{};
    QString device{}; ///< id of the profile it was made on; empty for a command
    Milliseconds at = 0; ///< corrected time of the edit

    bool operator==(const HistoryEntry&) const = default;
};

template <> struct Description<HistoryEntry> {
    static constexpr RecordKind kind = RecordKind::HistoryEntry;
    static constexpr const char* name = "history";
    static constexpr RootRule root = RootRule::Customer;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::AppendOnly;
    static constexpr auto fields =
        std::tuple{field("customer", &HistoryEntry::customer, MergeClass::ServerOnly),
            field("record", &HistoryEntry::record, MergeClass::ServerOnly),
            field("action", &HistoryEntry::action, MergeClass::ServerOnly),
            field("changes", &HistoryEntry::changes, MergeClass::ServerOnly),
            field("author", &HistoryEntry::author, MergeClass::ServerOnly),
            field("device", &HistoryEntry::device, MergeClass::ServerOnly),
            field("at", &HistoryEntry::at, FieldKind::Time, MergeClass::ServerOnly)};
};

} // namespace homeroom
