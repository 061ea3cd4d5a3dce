// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/boardentries.h"

#include <algorithm>
#include <cstring>

namespace homeroom {

namespace {

/// Above this many families one pass that hashes each entry costs less than a pass for each.
constexpr qsizetype mostPasses = 16;

quint64 keyOf(const RecordId& id)
{
    // The second half of an id is random, the first half begins with the time.
    quint64 key = 0;
    std::memcpy(&key, id.data() + sizeof key, sizeof key);
    return key;
}

} // namespace

void BoardEntries::replace(std::vector<BoardEntry> entries)
{
    m_entries = std::move(entries);
    m_opportunities.resize(m_entries.size());
    m_customers.resize(m_entries.size());
    for (size_t i = 0; i < m_entries.size(); ++i) {
        m_opportunities[i] = keyOf(m_entries[i].opportunity);
        m_customers[i] = keyOf(m_entries[i].customer);
    }
}

void BoardEntries::insert(int position, const BoardEntry& entry)
{
    m_entries.insert(m_entries.begin() + position, entry);
    m_opportunities.insert(m_opportunities.begin() + position, keyOf(entry.opportunity));
    m_customers.insert(m_customers.begin() + position, keyOf(entry.customer));
}

void BoardEntries::erase(int position)
{
    m_entries.erase(m_entries.begin() + position);
    m_opportunities.erase(m_opportunities.begin() + position);
    m_customers.erase(m_customers.begin() + position);
}

int BoardEntries::find(const RecordId& opportunity) const
{
    const quint64 key = keyOf(opportunity);
    auto at = std::find(m_opportunities.begin(), m_opportunities.end(), key);
    while (at != m_opportunities.end()) {
        const auto position = at - m_opportunities.begin();
        if (m_entries[size_t(position)].opportunity == opportunity)
            return int(position);
        at = std::find(at + 1, m_opportunities.end(), key);
    }
    return -1;
}

std::vector<int> BoardEntries::ofCustomers(const QSet<RecordId>& customers) const
{
    std::vector<int> positions;
    if (customers.size() > mostPasses) {
        for (size_t i = 0; i < m_entries.size(); ++i) {
            if (customers.contains(m_entries[i].customer))
                positions.push_back(int(i));
        }
        return positions;
    }
    for (const RecordId& customer : customers) {
        const quint64 key = keyOf(customer);
        auto at = std::find(m_customers.begin(), m_customers.end(), key);
        for (; at != m_customers.end(); at = std::find(at + 1, m_customers.end(), key)) {
            const auto position = at - m_customers.begin();
            if (m_entries[size_t(position)].customer == customer)
                positions.push_back(int(position));
        }
    }
    std::sort(positions.begin(), positions.end());
    return positions;
}

int BoardEntries::placeFor(const BoardEntry& entry) const
{
    return int(std::ranges::lower_bound(m_entries, entry, standsBefore) - m_entries.begin());
}

int BoardEntries::placeFor(const BoardEntry& entry, int position) const
{
    const auto here = m_entries.begin() + position;
    const auto above = std::lower_bound(m_entries.begin(), here, entry, standsBefore);
    if (above != here)
        return int(above - m_entries.begin());
    const auto below = std::lower_bound(here + 1, m_entries.end(), entry, standsBefore);
    return int(below - m_entries.begin()) - 1;
}

} // namespace homeroom
