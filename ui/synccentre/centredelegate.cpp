// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccentre/centredelegate.h"

#include "ui/synccentre/centrewords.h"
#include "ui/theme/paint/shapes.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QPainter>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconGap = sizes::icon + sizes::gap;

Icon iconOf(CentreSection section)
{
    switch (section) {
    case CentreSection::Refused:
        return Icon::Warning;
    case CentreSection::Conflicts:
        return Icon::Conflict;
    case CentreSection::Suggestions:
        return Icon::Chat;
    case CentreSection::Orphans:
        return Icon::Note;
    case CentreSection::Waiting:
        break;
    }
    return Icon::Waiting;
}

QColor Colors::*toneOf(CentreSection section)
{
    if (section == CentreSection::Refused)
        return &Colors::bad;
    return section == CentreSection::Waiting ? &Colors::muted : &Colors::warn;
}

} // namespace

CentreDelegate::CentreDelegate(
    const PageContext& context, const SyncCentreModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_context(context), m_model(model)
{
}

QString CentreDelegate::spoken(int row) const
{
    const CentreItem* item = m_model.item(row);
    const QString section = sectionName(m_model.section(row));
    return item
        ? u"%1, %2, %3"_s.arg(section, itemTitle(*item, m_context), itemSummary(*item, m_context))
        : section;
}

QSize CentreDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_context.theme;
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    if (!m_model.item(index.row()))
        return {width, theme.lineHeight(TextRole::Small) + sizes::margin};
    return {width,
        theme.lineHeight(TextRole::Body) + theme.lineHeight(TextRole::Small) + sizes::gap
            + sizes::grid};
}

void CentreDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    if (m_model.item(index.row()))
        paintItem(*painter, option, index.row());
    else
        paintHeading(*painter, option.rect, index.row());
    painter->restore();
}

void CentreDelegate::paintHeading(QPainter& painter, const QRect& rect, int row) const
{
    const Colors& colors = m_context.theme.colors();
    const CentreSection section = m_model.section(row);
    const int line = m_context.theme.lineHeight(TextRole::Small);
    const QRect words(rect.left() + sizes::gap, rect.bottom() - line - sizes::grid + 1,
        rect.width() - 2 * sizes::gap, line);
    QFont font = m_context.theme.font(TextRole::Small);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colors.muted);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, sectionName(section));
    painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignRight, QString::number(m_model.count(section)));
}

void CentreDelegate::paintItem(QPainter& painter, const QStyleOptionViewItem& option, int row) const
{
    const Theme& theme = m_context.theme;
    const Colors& colors = theme.colors();
    const CentreItem& item = *m_model.item(row);
    const QRect box = option.rect.adjusted(0, 1, 0, -1);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen)
        paint::box(painter, box, colors.accentSoft, QColor());
    else if (option.state.testFlag(QStyle::State_MouseOver))
        paint::box(painter, box, colors.sunken, QColor());
    if (chosen && option.state.testFlag(QStyle::State_HasFocus))
        paint::focusRing(painter, box, colors);
    const QRect inner = option.rect.adjusted(sizes::gap, sizes::grid + 2, -sizes::gap, 0);
    const int body = theme.lineHeight(TextRole::Body);
    paintIcon(painter, {inner.left(), inner.top() + (body - sizes::icon) / 2}, iconOf(item.section),
        colors.*toneOf(item.section), sizes::icon);
    const auto line = [&](int top, int height, TextRole role, const QColor& color,
                          const QString& words) {
        painter.setFont(theme.font(role));
        painter.setPen(color);
        const QRect place(inner.left() + iconGap, top, inner.width() - iconGap, height);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(words, Qt::ElideRight, place.width()));
    };
    line(inner.top(), body, TextRole::Strong, colors.text, itemTitle(item, m_context));
    line(inner.top() + body, theme.lineHeight(TextRole::Small), TextRole::Small, colors.muted,
        itemSummary(item, m_context));
}

} // namespace homeroom
