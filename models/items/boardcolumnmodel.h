// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/boardcards.h"
#include "models/items/boardentries.h"

#include <QAbstractListModel>

#include <memory>

namespace homeroom {

/// Which cards a board shows: those of these customers, or all.
using BoardFilter = std::optional<QSet<RecordId>>;

/// Where cards were dropped.
struct BoardDrop {
    std::vector<RecordId> opportunities{}; ///< in the order they shall stand
    RecordId stage{};
    RecordId before{}; ///< the card they land above; null for the end of the column
};

/// The cards of one stage by rank. Count and amount are of the whole column, rows are those that
/// the filter lets through. It never moves a card by itself: a drop is announced, and the store's
/// commit comes back through BoardModel.
class BoardColumnModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { OpportunityRole = Qt::UserRole, CustomerRole, RankRole, AmountRole };
    using Describe = std::function<QString(const BoardCard&)>;

    BoardColumnModel(const Stage& stage, BoardCards& cards, QObject* parent = nullptr);

    const Stage& stage() const { return m_stage; }
    qint64 cardCount() const { return m_whole ? qint64(m_entries.size()) : m_total.cards; }
    qint64 amount() const { return m_whole ? m_amount : m_total.amount; } ///< fen
    /// False while the rows are the first cards only; count and amount are of all of them.
    bool isWhole() const { return m_whole; }
    bool isFiltered() const { return m_filter != nullptr; }

    /// Needs a valid row.
    const BoardEntry& entry(int row) const { return m_entries[size_t(positionOf(row))]; }
    /// What is painted on the card, read together with its neighbours when it is first asked for.
    /// Null when it cannot be read. Valid until the next call.
    const BoardCard* card(int row) const;
    /// -1 when the card is not among the rows.
    int rowOf(const RecordId& opportunity) const;
    /// The sentence of a card for screen readers.
    void setDescribe(const Describe& describe) { m_describe = describe; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) override;

    static QMimeData* mimeDataOf(const std::vector<RecordId>& opportunities);

    // For BoardModel.
    const std::vector<BoardEntry>& entries() const { return m_entries.all(); }
    /// The entry, shown or not; null when it is in another column.
    const BoardEntry* find(const RecordId& opportunity) const;
    void setStage(const Stage& stage);
    void setFilter(const std::shared_ptr<const QSet<RecordId>>& filter);
    /// Shows the first cards (sorted) of an empty column until `replace` brings all of them.
    void showHead(std::vector<BoardEntry> head, const BoardTotal& total);
    /// Brings the rows to `entries` (sorted) with the smallest signals, or with a reset where more
    /// than a screen or two differ.
    void replace(std::vector<BoardEntry> entries);
    void insert(const BoardEntry& entry);
    void remove(const RecordId& opportunity);
    /// A card of this column has another rank or amount.
    void update(const BoardEntry& entry);
    /// Forgets the cards of these customers and announces their rows, except those of `settled`
    /// opportunities, which were announced already.
    void touch(const QSet<RecordId>& customers, const QSet<RecordId>& settled);
    void touchAll();

Q_SIGNALS:
    void dropped(const homeroom::BoardDrop& drop);
    /// Stage, count or amount.
    void headerChanged();

private:
    int positionOf(int row) const { return m_filter ? m_shown[size_t(row)] : row; }
    int rowAt(int position) const;
    bool shows(const BoardEntry& entry) const;
    void erase(int position);
    void moveTo(int position, int target, const BoardEntry& entry);
    void reset(std::vector<BoardEntry> entries);
    bool append(std::vector<BoardEntry>& entries);
    void recount();
    void announce(const std::vector<int>& rows);
    std::vector<int> shownPositions() const;

    Stage m_stage;
    BoardCards& m_cards;
    Describe m_describe{};
    BoardEntries m_entries{};
    std::shared_ptr<const QSet<RecordId>> m_filter{};
    std::vector<int> m_shown{}; // positions in m_entries, only with a filter
    qint64 m_amount = 0;
    BoardTotal m_total{}; // while not whole
    bool m_whole = true;
};

} // namespace homeroom
