// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/boardcards.h"

namespace homeroom {

BoardCards::BoardCards(
    Database& reader, const Catalogue& catalogue, const Clock& clock, int capacity)
    : m_reader(reader), m_catalogue(catalogue), m_clock(clock), m_cards(capacity)
{
}

const BoardCard* BoardCards::find(const RecordId& opportunity) const
{
    return m_cards.object(opportunity);
}

void BoardCards::fetch(const std::vector<RecordId>& opportunities)
{
    std::vector<RecordId> unknown;
    std::copy_if(opportunities.begin(), opportunities.end(), std::back_inserter(unknown),
        [this](const RecordId& id) { return !m_cards.contains(id); });
    if (unknown.empty())
        return;
    Result<std::vector<BoardCard>> cards = m_reader.read([&](Database& database) {
        return boardCards(database, unknown, m_catalogue.lessons(), m_clock.now());
    });
    // A card that cannot be read is painted without its words and asked for again.
    if (!cards.ok())
        return;
    for (BoardCard& card : *cards) {
        const RecordId id = card.opportunity;
        m_cards.insert(id, new BoardCard(std::move(card)));
    }
}

} // namespace homeroom
