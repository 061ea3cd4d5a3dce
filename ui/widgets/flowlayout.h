// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QLayout>
#include <QList>

namespace homeroom {

/// Puts its items in a line and goes on in the next when the width is used up.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    enum class Move { No, Yes };
    int place(const QRect& rect, Move move) const;
    /// The height of the line.
    int placeLine(const QList<QLayoutItem*>& line, QPoint corner, Move move) const;

    QList<QLayoutItem*> m_items;
};

} // namespace homeroom
