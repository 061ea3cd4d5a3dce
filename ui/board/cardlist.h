// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/carddelegate.h"

#include <QListView>

namespace homeroom {

/// The cards of one column. The current card (focus) and the selected ones (for bulk) are two
/// things: arrows move the focus only. Both survive a reset of the model. Dragging is done by
/// CardDrag, so that it can be cancelled and needs no event loop of its own.
class CardList : public QListView {
    Q_OBJECT

public:
    CardList(BoardColumnModel& column, CardDelegate& delegate, const Theme& theme,
        QWidget* parent = nullptr);

    BoardColumnModel& column() const { return m_column; }
    RecordId currentCard() const; ///< null when there is none
    void setCurrentRow(int row);
    std::vector<RecordId> selectedCards() const; ///< in the order of the column
    void toggle(int row);

    /// The row that a card dropped at this height of the viewport would get.
    int dropRowAt(int y) const;
    /// Shows a line above this row; -1 for none.
    void setDropRow(int row);
    QRect cardRect(int row) const; ///< in the viewport
    /// What stands where cards would, in words.
    void setEmptyText(const QString& text);

    void keyboardSearch(const QString&) override { } // letters are commands here

Q_SIGNALS:
    /// A plain click: other columns drop their selection.
    void clickedPlainly();
    void openRequested();
    void menuRequested(const QPoint& globalPosition);
    /// The pointer went off with the card at `row` held.
    void dragStarted(int row, const QPoint& globalPosition);
    void dragMoved(const QPoint& globalPosition);
    void dragDropped(const QPoint& globalPosition);
    void dragCancelled();
    /// Left or right of this column.
    void neighbourRequested(int direction);

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex& index, const QEvent* event) const override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Press { None, Held, Dragging };
    void keepAcrossReset();
    void restoreAfterReset();
    void selectTo(int row);

    BoardColumnModel& m_column;
    CardDelegate& m_delegate;
    const Theme& m_theme;
    Press m_press = Press::None;
    QPoint m_pressedAt{};
    int m_pressedRow = -1;
    int m_dropRow = -1;
    QString m_emptyText{};
    RecordId m_keptCurrent{};
    std::vector<RecordId> m_keptSelection{};
};

} // namespace homeroom
