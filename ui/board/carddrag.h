// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/boardcolumn.h"

#include <QLabel>
#include <QPointer>
#include <QTimer>

namespace homeroom {

class BoardView;

/// Cards held by the pointer: their picture under it, a line where they would land, and columns
/// that scroll by themselves near an edge. Nothing moves before the drop; Esc lets go.
class CardDrag : public QObject {
    Q_OBJECT

public:
    CardDrag(BoardView& view, CardDelegate& delegate, const Theme& theme);

    bool isActive() const { return !m_cards.empty(); }
    void start(CardList& from, int row, const std::vector<RecordId>& cards, const QPoint& global);
    void moveTo(const QPoint& global);
    void drop(const QPoint& global);
    void cancel();

private:
    BoardColumn* columnAt(const QPoint& global) const;
    int rowIn(const BoardColumn& column, const QPoint& global) const;
    bool staysPut(const BoardColumn& column, int row) const;
    void showTarget(const QPoint& global);
    void scrollNearEdges();
    QPixmap picture(CardList& from, int row) const;
    void end();

    BoardView& m_view;
    CardDelegate& m_delegate;
    const Theme& m_theme;
    QLabel* m_ghost;
    QTimer m_scrolling;
    std::vector<RecordId> m_cards{};
    QPoint m_grip{}; // from the picture's corner to the pointer
    QPoint m_at{};
    QPointer<BoardColumn> m_target{};
};

} // namespace homeroom
