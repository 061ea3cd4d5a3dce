// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QWidget>

namespace homeroom {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(sizes::gap);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
    invalidate();
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    return m_items.takeAt(index);
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), Move::No);
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        const QSize hint = item->sizeHint();
        size = QSize(size.width() + hint.width() + (size.width() > 0 ? spacing() : 0),
            qMax(size.height(), hint.height()));
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, Move::Yes);
}

int FlowLayout::place(const QRect& rect, Move move) const
{
    const QMargins margins = contentsMargins();
    const QRect inside = rect.marginsRemoved(margins);
    QList<QLayoutItem*> line;
    int x = inside.left();
    int y = inside.top();
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = item->sizeHint().width();
        if (!line.isEmpty() && x + width > inside.right() + 1) {
            y += placeLine(line, QPoint(inside.left(), y), move) + spacing();
            line.clear();
            x = inside.left();
        }
        line.append(item);
        x += width + spacing();
    }
    return y + placeLine(line, QPoint(inside.left(), y), move) + margins.bottom() - rect.top();
}

int FlowLayout::placeLine(const QList<QLayoutItem*>& line, QPoint corner, Move move) const
{
    int height = 0;
    for (const QLayoutItem* item : line)
        height = qMax(height, item->sizeHint().height());
    for (QLayoutItem* item : line) {
        const QSize size = item->sizeHint();
        const QPoint place = corner + QPoint(0, (height - size.height()) / 2);
        if (move == Move::Yes)
            item->setGeometry(QRect(place, size));
        corner.rx() += size.width() + spacing();
    }
    return height;
}

} // namespace homeroom
