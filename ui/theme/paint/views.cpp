// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint/views.h"

#include "ui/theme/paint/shapes.h"

namespace homeroom::paint {

namespace {

constexpr int underline = 2;
constexpr int progressHeight = 6;

QRect progressTrack(const QRect& rect)
{
    return QRect(
        rect.left(), rect.center().y() - progressHeight / 2 + 1, rect.width(), progressHeight);
}

} // namespace

void itemRow(QPainter& painter, const QStyleOptionViewItem& option, const Colors& colors)
{
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, colors.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, mixed(colors.raised, colors.sunken, 0.6));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
}

void headerSection(QPainter& painter, const QStyleOptionHeader& option, const Colors& colors)
{
    const bool pointedAt = option.state & QStyle::State_MouseOver;
    painter.fillRect(option.rect, pointedAt ? colors.sunken : colors.raised);
    const bool lying = option.orientation == Qt::Horizontal;
    const QRect rect = option.rect;
    painter.fillRect(lying ? QRect(rect.left(), rect.bottom(), rect.width(), 1)
                           : QRect(rect.right(), rect.top(), 1, rect.height()),
        colors.line);
}

void tabShape(QPainter& painter, const QStyleOptionTab& option, const Colors& colors, TabLook look)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool pointedAt = option.state & QStyle::State_MouseOver;
    QRect rect = option.rect;
    if (look == TabLook::Pills) {
        rect.adjust(0, 0, -sizes::grid, 0);
        if (selected || pointedAt)
            box(painter, rect, selected ? colors.accentSoft : colors.sunken, {});
    } else {
        const QRect under(rect.left(), rect.bottom() - underline + 1, rect.width(), underline);
        if (selected || pointedAt)
            painter.fillRect(under, selected ? colors.accent : colors.line);
    }
    if (option.state & QStyle::State_HasFocus)
        focusRing(painter, rect.adjusted(0, 0, 0, look == TabLook::Pills ? 0 : -underline), colors);
}

QColor tabText(const QStyleOptionTab& option, const Colors& colors, TabLook look)
{
    if (!(option.state & QStyle::State_Enabled))
        return colors.edge;
    if (!(option.state & QStyle::State_Selected))
        return colors.muted;
    return look == TabLook::Pills ? colors.accent : colors.text;
}

void scrollBar(
    QPainter& painter, const QStyleOptionSlider& option, const Colors& colors, const QRect& slider)
{
    if (option.minimum == option.maximum)
        return;
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const int inset = active ? 2 : 3;
    const QRect handle = option.orientation == Qt::Horizontal
        ? slider.adjusted(2, inset, -2, -inset)
        : slider.adjusted(inset, 2, -inset, -2);
    const QColor calm = mixed(colors.line, colors.text, 0.16);
    const qreal radius = qMin(handle.width(), handle.height()) / 2.0;
    box(painter, handle, active ? colors.edge : calm, {}, radius);
}

void splitterHandle(QPainter& painter, const QStyleOption& option, const Colors& colors)
{
    const bool upright = option.state & QStyle::State_Horizontal;
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QPoint middle = option.rect.center();
    const QRect line = upright ? QRect(middle.x(), option.rect.top(), 1, option.rect.height())
                               : QRect(option.rect.left(), middle.y(), option.rect.width(), 1);
    painter.fillRect(line, active ? colors.accent : colors.line);
}

void progressGroove(QPainter& painter, const QRect& rect, const Colors& colors)
{
    box(painter, progressTrack(rect), colors.line, {}, progressHeight / 2.0);
}

void progressContents(
    QPainter& painter, const QStyleOptionProgressBar& option, const Colors& colors)
{
    QRect track = progressTrack(option.rect);
    const int range = option.maximum - option.minimum;
    if (range <= 0) {
        // Nobody knows how much there is: the whole track is lightly filled and nothing moves.
        box(painter, track, mixed(colors.line, colors.accent, 0.35), {}, progressHeight / 2.0);
        return;
    }
    const qreal share = qBound(0.0, qreal(option.progress - option.minimum) / range, 1.0);
    track.setWidth(qRound(track.width() * share));
    if (track.width() < progressHeight && share > 0)
        track.setWidth(progressHeight);
    if (track.width() > 0)
        box(painter, track, colors.accent, {}, progressHeight / 2.0);
}

} // namespace homeroom::paint
