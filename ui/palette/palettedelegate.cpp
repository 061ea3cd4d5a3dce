// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettedelegate.h"

#include "ui/editing/moments.h"
#include "ui/theme/paint/shapes.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QPainter>

namespace homeroom {

namespace {

constexpr int iconGap = sizes::icon + sizes::gap;
constexpr int markRadius = 2;

} // namespace

PaletteDelegate::PaletteDelegate(
    const PageContext& context, const PaletteModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_context(context), m_model(model)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_context.theme;
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    if (m_model.isHeading(index.row()))
        return {width, theme.lineHeight(TextRole::Small) + sizes::gap};
    int height = theme.lineHeight(TextRole::Body) + sizes::gap;
    if (!m_model.command(index.row()))
        height += theme.lineHeight(TextRole::Small);
    return {width, height};
}

void PaletteDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    if (m_model.isHeading(index.row()))
        paintHeading(*painter, option.rect, index.row());
    else
        paintItem(*painter, option, index.row());
    painter->restore();
}

PaletteDelegate::Lines PaletteDelegate::linesOf(int row) const
{
    if (const PaletteFamily* family = m_model.family(row))
        return {familyTitle(*family, m_context), familyDetails(*family, m_model.typed(), m_context),
            familyPlace(*family, m_context), Icon::Person};
    if (const NoteHit* note = m_model.note(row))
        return {{noteTitle(*note, m_context), {}}, noteText(*note, m_model.typed(), m_context),
            note->at ? momentText(*note->at, m_context.clock.now(), m_context.zone) : QString(),
            Icon::Note};
    const PaletteCommand* command = m_model.command(row);
    return {{command->text, {}}, {}, command->keys, Icon::Keyboard};
}

void PaletteDelegate::paintHeading(QPainter& painter, const QRect& rect, int row) const
{
    const int line = m_context.theme.lineHeight(TextRole::Small);
    QFont font = m_context.theme.font(TextRole::Small);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_context.theme.colors().muted);
    painter.drawText(QRect(rect.left() + sizes::gap, rect.bottom() - line + 1, rect.width(), line),
        Qt::AlignVCenter | Qt::AlignLeft, paletteHeading(m_model.section(row)));
}

void PaletteDelegate::paintItem(
    QPainter& painter, const QStyleOptionViewItem& option, int row) const
{
    const Theme& theme = m_context.theme;
    const Colors& colors = theme.colors();
    const QRect box = option.rect.adjusted(0, 1, 0, -1);
    if (option.state.testFlag(QStyle::State_Selected))
        paint::box(painter, box, colors.accentSoft, QColor());
    else if (option.state.testFlag(QStyle::State_MouseOver))
        paint::box(painter, box, colors.sunken, QColor());
    const Lines lines = linesOf(row);
    const QRect inner = option.rect.adjusted(sizes::gap, sizes::grid, -sizes::gap, -sizes::grid);
    const int body = theme.lineHeight(TextRole::Body);
    paintIcon(painter, {inner.left(), inner.top() + (body - sizes::icon) / 2}, lines.icon,
        colors.muted, sizes::icon);
    QRect title(inner.left() + iconGap, inner.top(), inner.width() - iconGap, body);
    const QRect below(
        title.left(), title.bottom() + 1, title.width(), theme.lineHeight(TextRole::Small));
    painter.setFont(theme.font(TextRole::Small));
    painter.setPen(colors.muted);
    const QString right =
        painter.fontMetrics().elidedText(lines.right, Qt::ElideRight, title.width() / 2);
    painter.drawText(title, Qt::AlignVCenter | Qt::AlignRight, right);
    paintLine(painter, below, lines.below);
    if (!right.isEmpty())
        title.setRight(title.right() - painter.fontMetrics().horizontalAdvance(right) - sizes::gap);
    painter.setFont(theme.font(m_model.command(row) ? TextRole::Body : TextRole::Strong));
    painter.setPen(colors.text);
    paintLine(painter, title, lines.title);
}

void PaletteDelegate::paintLine(QPainter& painter, const QRect& rect, const MarkedText& line) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    for (const MarkedText::Mark& mark : line.marks) {
        const int from = metrics.horizontalAdvance(line.text.left(mark.from));
        const int to = metrics.horizontalAdvance(line.text.left(mark.from + mark.length));
        const QRect ground(
            rect.left() + from - 1, rect.top() + 1, to - from + 2, rect.height() - 2);
        paint::box(painter, ground & rect, m_context.theme.colors().warnSoft, QColor(), markRadius);
    }
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(line.text, Qt::ElideRight, rect.width()));
}

} // namespace homeroom
