// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customerdelegate.h"

#include "ui/customers/customerwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tierbadge.h"

#include <QApplication>
#include <QPainter>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int tagDot = 6;
constexpr int tierSide = 20;

} // namespace

CustomerDelegate::CustomerDelegate(
    const PageContext& context, const CustomerTableModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_context(context), m_model(model)
{
}

const QPalette& CustomerDelegate::tint(Tinted& tinted, const QPalette& base, const QColor& color)
{
    if (tinted.key != base.cacheKey() || tinted.color != color.rgb()) {
        tinted = {base.cacheKey(), color.rgb(), base};
        tinted.palette.setColor(QPalette::Text, color);
    }
    return tinted.palette;
}

void CustomerDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Colors& colors = m_context.theme.colors();
    const CustomerRow* row = m_model.row(index.row());
    if (!row)
        return;
    switch (m_model.columnOf(index.column())) {
    case CustomerColumn::Name:
        option->font = m_context.theme.font(TextRole::Strong);
        if (row->waiting)
            option->text += u"  ↻"_s;
        if (row->conflict)
            option->text += u"  !"_s;
        break;
    case CustomerColumn::NextStep:
    case CustomerColumn::NextStepAt:
        if (row->customer.nextStepAt && *row->customer.nextStepAt < m_context.clock.now())
            option->palette = tint(m_overdue, option->palette, colors.bad);
        break;
    case CustomerColumn::Tags:
    case CustomerColumn::Tier:
        option->text.clear();
        break;
    case CustomerColumn::Score:
        option->displayAlignment = Qt::AlignVCenter | Qt::AlignRight;
        break;
    case CustomerColumn::Child:
    case CustomerColumn::Phone:
    case CustomerColumn::Stage:
        break;
    default:
        option->palette = tint(m_muted, option->palette, colors.muted);
        break;
    }
}

void CustomerDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const CustomerRow* row = m_model.row(index.row());
    if (!row)
        return;
    const CustomerColumn column = m_model.columnOf(index.column());
    if (column == CustomerColumn::Tags) {
        paintTags(*painter, option.rect.adjusted(sizes::gap, 0, -sizes::grid, 0), *row);
    } else if (column == CustomerColumn::Tier && row->customer.tier != Tier::None) {
        const int top = option.rect.top() + (option.rect.height() - tierSide) / 2;
        paintTier(*painter, QRect(option.rect.left() + sizes::gap, top, tierSide, tierSide),
            row->customer.tier, m_context.theme);
    }
}

void CustomerDelegate::paintTags(QPainter& painter, const QRect& rect, const CustomerRow& row) const
{
    painter.save();
    painter.setClipRect(rect);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_context.theme.font(TextRole::Small));
    const Colors& colors = m_context.theme.colors();
    int left = rect.left();
    for (const Tag& tag : tagsOf(row.customer.tags, m_context.catalogue)) {
        if (left >= rect.right())
            break;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.category(int(tag.color.value_or(1)) - 1));
        painter.drawEllipse(QRect(left, rect.center().y() - tagDot / 2 + 1, tagDot, tagDot));
        left += tagDot + sizes::grid;
        painter.setPen(colors.muted);
        const QString name = painter.fontMetrics().elidedText(
            tag.name, Qt::ElideRight, qMax(0, rect.right() - left));
        painter.drawText(QRect(left, rect.top(), rect.right() - left, rect.height()),
            Qt::AlignVCenter | Qt::AlignLeft, name);
        left += painter.fontMetrics().horizontalAdvance(name) + sizes::gap;
    }
    painter.restore();
}

} // namespace homeroom
