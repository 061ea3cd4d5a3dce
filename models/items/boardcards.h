// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/boardquery.h"
#include "models/store/catalogue.h"

#include <QCache>

namespace homeroom {

/// What is painted on the cards that were looked at lately: read in batches when first asked for,
/// forgotten when their family changes.
class BoardCards {
public:
    /// `reader` belongs to the caller's thread. Remembers up to `capacity` cards, which should be
    /// several times what fits on a screen.
    BoardCards(Database& reader, const Catalogue& catalogue, const Clock& clock, int capacity);

    /// The card, if it is known already. Valid until the next call.
    const BoardCard* find(const RecordId& opportunity) const;
    /// Reads those that are not known yet with one query. Keep the list to a screen or two.
    void fetch(const std::vector<RecordId>& opportunities);
    void forget(const RecordId& opportunity) { m_cards.remove(opportunity); }
    void forgetAll() { m_cards.clear(); }

private:
    Database& m_reader;
    const Catalogue& m_catalogue;
    const Clock& m_clock;
    QCache<RecordId, BoardCard> m_cards;
};

} // namespace homeroom
