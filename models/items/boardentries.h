// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/boardquery.h"

#include <QSet>

namespace homeroom {

/// The entries of one column in their order. A board of 50,000 families is searched several times
/// for every edit, so beside the entries stand the random halves of their ids: 8 bytes each in a
/// row, where the entries themselves are ten times as long.
class BoardEntries {
public:
    const std::vector<BoardEntry>& all() const { return m_entries; }
    size_t size() const { return m_entries.size(); }
    const BoardEntry& operator[](size_t position) const { return m_entries[position]; }

    void replace(std::vector<BoardEntry> entries);
    void insert(int position, const BoardEntry& entry);
    void erase(int position);
    /// The same card with another rank or amount, in its place.
    void assign(int position, const BoardEntry& entry) { m_entries[size_t(position)] = entry; }

    /// -1 when it is not here.
    int find(const RecordId& opportunity) const;
    /// Positions of their cards, smallest first.
    std::vector<int> ofCustomers(const QSet<RecordId>& customers) const;
    /// Where an entry belongs by rank.
    int placeFor(const BoardEntry& entry) const;
    /// Where the entry at `position` would stand with the rank of `entry`, itself taken out.
    int placeFor(const BoardEntry& entry, int position) const;

private:
    std::vector<BoardEntry> m_entries{};
    std::vector<quint64> m_opportunities{};
    std::vector<quint64> m_customers{};
};

} // namespace homeroom
