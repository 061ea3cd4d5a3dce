// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/boardmodel.h"
#include "ui/board/boardcolumn.h"
#include "ui/board/boardsettings.h"
#include "ui/board/carddrag.h"
#include "ui/frame/shortcuts.h"

#include <QScrollArea>
#include <QTimer>

class QHBoxLayout;

namespace homeroom {

/// The columns of a board side by side, and the focus that walks over them. It moves no card: keys
/// and drops become a BoardDrop, which the model announces.
class BoardView : public QScrollArea {
    Q_OBJECT

public:
    BoardView(BoardModel& model, const PageContext& context, Shortcuts& shortcuts,
        BoardSettings& settings, QWidget* parent = nullptr);

    const std::vector<BoardColumn*>& columns() const { return m_columns; }
    /// The column with the focus, else the first open one; null when there is none.
    BoardColumn* currentColumn() const;
    RecordId currentCard() const; ///< null when there is none
    RecordId currentCustomer() const;
    /// Customers of the current column, from top to bottom.
    std::vector<RecordId> walkList() const;
    std::vector<RecordId> selectedCards() const;
    /// The selected cards when the current one is among them, else the current one.
    std::vector<RecordId> cardsToMove() const;
    /// Their families, each once.
    std::vector<RecordId> customersToMove() const;

    /// To the card that had the focus last, or the first one there is.
    void takeFocus();
    void focusCard(const RecordId& opportunity);
    /// Shows where the family stands, when it is on this board.
    void focusCustomer(const RecordId& customer);
    /// Takes the focus to the card as soon as it has moved.
    void follow(const RecordId& opportunity) { m_followed = opportunity; }
    /// Marks cards that were not moved, where they stayed.
    void showRefused(const std::vector<RecordId>& cards);
    void repaintCards();

    void jumpToColumn(int place);
    void walk(int rows);
    void toggleCurrent();
    void clearSelection();
    void shiftCard(int columns);
    void raiseCard(int rows);

Q_SIGNALS:
    void openRequested();
    /// The same, and the focus goes along.
    void enterRequested();
    void menuRequested(const QPoint& globalPosition);
    /// J or K went to this family: an open panel follows.
    void walkedTo(const homeroom::RecordId& customer);
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    BoardColumn* makeColumn(BoardColumnModel& model);
    void connectList(CardList& list);
    void fold(BoardColumn& column);
    void stepColumn(CardList& from, int direction);
    void startDrag(CardList& from, int row, const QPoint& global);
    void settle();
    void retranslate();
    BoardColumn* columnOf(const BoardColumnModel* model) const;
    std::vector<BoardColumn*> openColumns() const;
    void bindKeys();
    void startMinutes();

    BoardModel& m_model;
    const PageContext& m_context;
    Shortcuts& m_shortcuts;
    BoardSettings& m_settings;
    CardDelegate m_delegate;
    QHBoxLayout* m_row;
    std::vector<BoardColumn*> m_columns{};
    CardDrag* m_drag;
    RecordId m_followed{};
    QTimer m_refusedTime;
    QTimer m_minute;
};

} // namespace homeroom
