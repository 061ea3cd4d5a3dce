// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/boardcolumnmodel.h"
#include "models/store/boardmove.h"
#include "models/store/familyfinder.h"
#include "models/store/workspace.h"

namespace homeroom {

/// What a drop on a deposit, paid or lost stage asked a person.
struct BoardAnswers {
    std::optional<Product> product{}; ///< with `amount`: an order is made for each card
    qint64 amount = 0; ///< fen
    QString lostReason{};
};

/// One pipeline as columns of cards. Holds where each card stands, follows every commit with the
/// smallest signals and never changes a row by itself.
class BoardModel : public QObject {
    Q_OBJECT

public:
    enum class State { Loading, Ready, Failed };

    /// All arguments must outlive the model, which lives on the workspace's thread. A `pipeline`
    /// is read at once, while its views are being made.
    BoardModel(Workspace& workspace, Catalogue& catalogue, const Clock& clock,
        const Id<Pipeline>& pipeline = {}, QObject* parent = nullptr);

    Id<Pipeline> pipeline() const { return m_pipeline; }
    /// Shows another pipeline; its cards come from the worker.
    void setPipeline(const Id<Pipeline>& pipeline);
    State state() const { return m_state; }
    /// Reads the cards again, keeping rows that did not change.
    void reload();

    const std::vector<BoardColumnModel*>& columns() const { return m_columns; }
    BoardColumnModel* columnOf(const RecordId& stage) const;
    /// The card's column and row; the column is null when the card is not among the rows.
    std::pair<BoardColumnModel*, int> find(const RecordId& opportunity) const;
    qint64 cardCount() const; ///< of all columns, without regard to filters
    qint64 shownCount() const;

    /// Shows the cards of these customers only, or of all.
    void setCustomerFilter(const BoardFilter& customers);
    /// Shows the cards whose family holds the text; found on the worker.
    void setTextFilter(const QString& text);
    bool isFiltered() const { return m_customerFilter || m_textFilter; }

    /// The edit that a drop means: a rank for each card between its new neighbours, who keep
    /// theirs, and all that the stage asks for. Cards that are gone meanwhile are left out.
    Edit moveEdit(const BoardDrop& drop, const BoardAnswers& answers, const QString& label,
        IdFactory& ids) const;

    /// The sentence of a card for screen readers.
    void setDescribe(const BoardColumnModel::Describe& describe);
    /// Reads what is painted again: time has gone on.
    void refreshCards();

Q_SIGNALS:
    void stateChanged();
    void columnsChanged();
    /// Cards were dropped on a column; nothing has moved yet.
    void dropped(const homeroom::BoardDrop& drop);
    /// Rows are as the last commit left them.
    void settled();

private:
    void arrangeColumns();
    void distribute(std::vector<BoardEntry> entries);
    BoardColumnModel* makeColumn(const Stage& stage);
    BoardColumnModel* columnFor(const BoardEntry& entry) const;
    void showHeads();
    void load();
    void setState(State state);
    void absorb(const ChangeSet& changes);
    void absorbIds(const std::vector<RecordId>& opportunities, QSet<RecordId>& settledCards);
    bool settle(const RecordId& opportunity, const BoardEntry* now);
    void matchText();
    void applyFilter();
    std::vector<QString> ranksFor(const BoardDrop& drop) const;

    Workspace& m_workspace;
    Catalogue& m_catalogue;
    const Clock& m_clock;
    BoardCards m_cards;
    Id<Pipeline> m_pipeline{};
    State m_state = State::Loading;
    std::vector<BoardColumnModel*> m_columns{};
    BoardColumnModel::Describe m_describe{};
    BoardFilter m_customerFilter{};
    BoardFilter m_textFilter{};
    std::shared_ptr<const QSet<RecordId>> m_filter{};
    QString m_text{};
    std::shared_ptr<FamilyFinder> m_finder = std::make_shared<FamilyFinder>(); // the worker's
    quint64 m_loadNumber = 0; // answers of older loads are dropped
    quint64 m_matchNumber = 0;
    bool m_loading = false;
    bool m_cardsAreOld = false; // a family changed while loading
    std::vector<RecordId> m_changedWhileLoading{};
};

} // namespace homeroom
