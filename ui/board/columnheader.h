// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/boardcolumnmodel.h"
#include "ui/theme/theme.h"

#include <QToolButton>

namespace homeroom {

/// Colour of a stage: of its role, or of its place where the role says nothing.
QColor stageColor(const Colors& colors, StageRole role, int place);

/// Top of a column: coloured hairline, name, count and amount of the whole column. A button that
/// folds the column; folded it is narrow, as high as the column, and its name runs downwards.
class ColumnHeader : public QToolButton {
    Q_OBJECT

public:
    ColumnHeader(const BoardColumnModel& column, const Theme& theme, QWidget* parent = nullptr);

    void setPlace(int place); ///< of the column on its board, from 0
    void setFolded(bool folded);
    QString countText() const;
    QSize sizeHint() const override;

    static constexpr int height = 36;
    static constexpr int foldedWidth = 40;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();
    void paintOpen(QPainter& painter) const;
    void paintFolded(QPainter& painter) const;
    void paintFold(QPainter& painter, const QRect& place) const;

    const BoardColumnModel& m_column;
    const Theme& m_theme;
    int m_place = 0;
    bool m_folded = false;
};

} // namespace homeroom
