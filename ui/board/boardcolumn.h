// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/cardlist.h"
#include "ui/board/columnheader.h"

namespace homeroom {

/// One column: its header over its cards.
class BoardColumn : public QWidget {
    Q_OBJECT

public:
    BoardColumn(BoardColumnModel& column, CardDelegate& delegate, const Theme& theme,
        QWidget* parent = nullptr);

    BoardColumnModel& column() const { return m_list->column(); }
    CardList& list() const { return *m_list; }
    ColumnHeader& header() const { return *m_header; }
    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    /// A card held over a folded column would land in it.
    void setTargeted(bool targeted);

    /// Between two columns; the scroll bar of the left one runs in it.
    static constexpr int gutter = 12;

Q_SIGNALS:
    void foldRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ColumnHeader* m_header;
    CardList* m_list;
    bool m_folded = false;
};

} // namespace homeroom
