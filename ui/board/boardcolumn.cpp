// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardcolumn.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace homeroom {

BoardColumn::BoardColumn(
    BoardColumnModel& column, CardDelegate& delegate, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_header(new ColumnHeader(column, theme)),
      m_list(new CardList(column, delegate, theme))
{
    auto* stack = new QVBoxLayout(this);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(sizes::grid);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, gutter, 0);
    top->addWidget(m_header);
    stack->addLayout(top, 0);
    stack->addWidget(m_list, 1);
    connect(m_header, &QToolButton::clicked, this, &BoardColumn::foldRequested);
    connect(&column, &BoardColumnModel::headerChanged, this, &BoardColumn::retranslate);
    setFolded(false);
    retranslate();
}

void BoardColumn::setFolded(bool folded)
{
    m_folded = folded;
    m_header->setFolded(folded);
    m_list->setVisible(!folded);
    // Folded, the header is all there is and takes the whole height.
    static_cast<QVBoxLayout*>(layout())->setStretch(0, folded ? 1 : 0);
    setFixedWidth((folded ? ColumnHeader::foldedWidth : CardDelegate::cardWidth) + gutter);
}

void BoardColumn::setTargeted(bool targeted)
{
    m_header->setDown(targeted);
}

void BoardColumn::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BoardColumn::retranslate()
{
    const BoardColumnModel& model = column();
    m_list->setAccessibleName(model.stage().name);
    m_list->setEmptyText(model.isFiltered() ? tr("No card matches") : tr("No cards"));
}

} // namespace homeroom
