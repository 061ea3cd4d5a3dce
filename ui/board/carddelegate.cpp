// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/carddelegate.h"

#include "ui/theme/paint/shapes.h"
#include "ui/widgets/tierbadge.h"

#include <QPainter>

namespace homeroom {

namespace {

constexpr int paddingX = 10;
constexpr int paddingY = 8;
constexpr int lineAtNormal = 20;
constexpr int heightAtNormal = 84;
constexpr int tierSide = 20;
constexpr int markSide = 12;
constexpr int markGap = 4;
constexpr qreal draggedOpacity = 0.35;

/// Draws one line, elided where it is too long; returns the width it took.
int drawLine(QPainter& painter, const QRect& rect, const QFontMetrics& metrics, const QString& text,
    const QColor& color, Qt::Alignment align = Qt::AlignLeft)
{
    if (rect.width() <= 0 || text.isEmpty())
        return 0;
    int width = metrics.horizontalAdvance(text);
    QString shown = text;
    if (width > rect.width()) {
        shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(shown);
    }
    painter.setPen(color);
    const int x = align == Qt::AlignRight ? rect.right() + 1 - width : rect.left();
    const int y = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    painter.drawText(x, y, shown);
    return width;
}

} // namespace

CardDelegate::CardDelegate(const PageContext& context, QObject* parent)
    : QStyledItemDelegate(parent), m_context(context), m_theme(context.theme),
      m_strongMetrics(m_theme.font(TextRole::Strong)), m_bodyMetrics(m_theme.font(TextRole::Body)),
      m_smallMetrics(m_theme.font(TextRole::Small))
{
    connect(&m_theme, &Theme::changed, this, &CardDelegate::follow);
    follow();
}

void CardDelegate::follow()
{
    m_strong = m_theme.font(TextRole::Strong);
    m_body = m_theme.font(TextRole::Body);
    m_small = m_theme.font(TextRole::Small);
    m_strongMetrics = QFontMetrics(m_strong);
    m_bodyMetrics = QFontMetrics(m_body);
    m_smallMetrics = QFontMetrics(m_small);
    m_cardHeight = heightAtNormal + 3 * (m_theme.lineHeight(TextRole::Body) - lineAtNormal);
    m_icons.clear();
    m_frames.fill({});
}

QRect CardDelegate::frameOf(const QRect& row) const
{
    return {row.left(), row.top(), std::min(row.width(), cardWidth), m_cardHeight};
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {1, rowHeight()}; // the view gives each card its whole width
}

void CardDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* column = qobject_cast<const BoardColumnModel*>(index.model());
    if (!column)
        return;
    const RecordId opportunity = column->entry(index.row()).opportunity;
    const QRect frame = frameOf(option.rect);
    painter->save();
    if (m_dragged.contains(opportunity))
        painter->setOpacity(draggedOpacity);
    paintFrame(*painter, frame, option, m_refused.contains(opportunity));
    if (const BoardCard* card = column->card(index.row())) {
        const CardTexts texts = cardTexts(*card, m_context);
        const QRect inner = frame.adjusted(paddingX, paddingY, -paddingX, -paddingY);
        const int step = inner.height() / 3;
        const QRect line(inner.left(), inner.top(), inner.width(), step);
        paintFamily(*painter, line, *card, texts);
        paintLearning(*painter, line.translated(0, step), texts);
        paintNext(*painter, line.translated(0, 2 * step), *card, texts);
    }
    painter->restore();
}

void CardDelegate::paintFrame(
    QPainter& painter, const QRect& card, const QStyleOptionViewItem& option, bool refused) const
{
    const FrameState state{option.state.testFlag(QStyle::State_Selected),
        option.state.testFlag(QStyle::State_MouseOver), refused};
    painter.drawPixmap(card.topLeft(), frame(state, card.size(), painter.device()));
    if (option.state.testFlag(QStyle::State_HasFocus))
        paint::focusRing(painter, card, m_theme.colors());
}

QPixmap CardDelegate::frame(
    const FrameState& state, const QSize& size, const QPaintDevice* device) const
{
    // Smooth corners are most of the cost of a card, and the same for all of a kind.
    const qreal ratio = device->devicePixelRatioF();
    QPixmap& pixmap =
        m_frames[int(state.selected) + 2 * int(state.hovered) + 4 * int(state.refused)];
    const QSize pixels = (QSizeF(size) * ratio).toSize();
    if (pixmap.size() == pixels)
        return pixmap;
    const Colors& colors = m_theme.colors();
    QColor fill = state.selected ? colors.accentSoft : colors.raised;
    QColor outline = state.selected ? colors.accent : state.hovered ? colors.edge : colors.line;
    if (state.refused) {
        fill = colors.badSoft;
        outline = colors.bad;
    }
    pixmap = QPixmap(pixels);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint::box(painter, QRect(QPoint(), size), fill, outline, sizes::radius);
    return pixmap;
}

void CardDelegate::paintFamily(
    QPainter& painter, QRect line, const BoardCard& card, const CardTexts& texts) const
{
    const Colors& colors = m_theme.colors();
    const QRect tier(line.right() + 1 - tierSide, line.top(), tierSide, line.height());
    paintTier(painter, tier, card.tier, m_theme);
    line.setRight(tier.left() - sizes::gap);
    painter.setFont(m_strong);
    line.setLeft(line.left() + drawLine(painter, line, m_strongMetrics, texts.name, colors.text)
        + sizes::gap);
    painter.setFont(m_body);
    drawLine(painter, line, m_bodyMetrics, texts.child, colors.muted);
}

void CardDelegate::paintLearning(QPainter& painter, QRect line, const CardTexts& texts) const
{
    const Colors& colors = m_theme.colors();
    painter.setFont(m_small);
    if (texts.marks.isEmpty()) {
        drawLine(painter, line, m_smallMetrics, texts.learning, colors.faint);
        return;
    }
    paintLearningStrip(painter, line, texts.marks, colors);
    line.setLeft(line.left() + learningStripSize(texts.marks.size()).width() + sizes::gap);
    const bool fits = m_smallMetrics.horizontalAdvance(texts.learning) <= line.width();
    drawLine(painter, line, m_smallMetrics, fits ? texts.learning : texts.learningShort,
        colors.muted, Qt::AlignRight);
}

void CardDelegate::paintNext(
    QPainter& painter, QRect line, const BoardCard& card, const CardTexts& texts) const
{
    const Colors& colors = m_theme.colors();
    painter.setFont(m_small);
    const auto drawMark = [&](const QPixmap& mark, int x) {
        painter.drawPixmap(x, line.top() + (line.height() - markSide) / 2, mark);
    };
    const int days =
        drawLine(painter, line, m_smallMetrics, texts.days, colors.faint, Qt::AlignRight);
    line.setRight(line.right() - days - markGap);
    if (card.unsent) {
        drawMark(icon(Icon::Sync, &Colors::muted, painter.device()), line.right() - markSide);
        line.setRight(line.right() - markSide - markGap);
    }
    if (card.conflict) {
        drawMark(icon(Icon::Warning, &Colors::warn, painter.device()), line.right() - markSide);
        line.setRight(line.right() - markSide - markGap);
    }
    line.setRight(line.right() - markGap);
    if (texts.overdue) {
        drawMark(icon(Icon::Clock, &Colors::bad, painter.device()), line.left());
        line.setLeft(line.left() + markSide + markGap);
    }
    const QColor tone = texts.overdue ? colors.bad : texts.idle ? colors.faint : colors.muted;
    // The time is what a tutor looks for: the words give way to it.
    const int due = m_smallMetrics.horizontalAdvance(texts.due);
    const QRect words(line.left(), line.top(), std::max(0, line.width() - due), line.height());
    line.setLeft(line.left() + drawLine(painter, words, m_smallMetrics, texts.next, tone));
    drawLine(painter, line, m_smallMetrics, texts.due, tone);
}

QPixmap CardDelegate::icon(Icon icon, QColor Colors::*tone, QPaintDevice* device) const
{
    const qreal ratio = device->devicePixelRatioF();
    const quint64 key = quint64(icon) * 1000 + quint64(ratio * 100);
    QPixmap& pixmap = m_icons[key];
    if (pixmap.isNull())
        pixmap = iconPixmap(icon, m_theme.colors().*tone, markSide, ratio);
    return pixmap;
}

} // namespace homeroom
