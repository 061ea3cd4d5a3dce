// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaydelegate.h"

#include "ui/editing/privacymode.h"
#include "ui/editing/taskwords.h"
#include "ui/theme/paint/shapes.h"
#include "ui/theme/theme.h"
#include "ui/today/todaywords.h"
#include "ui/widgets/tierbadge.h"

#include <QListView>
#include <QPainter>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconGap = sizes::icon + sizes::gap;
constexpr int tierSide = 18;

/// Draws as much of the text as there is room for and says how wide that was.
int drawWords(QPainter& painter, const QRect& place, const QString& words, const QColor& color,
    Qt::Alignment side = Qt::AlignLeft)
{
    if (place.width() <= 0 || words.isEmpty())
        return 0;
    const QString shown = painter.fontMetrics().elidedText(words, Qt::ElideRight, place.width());
    painter.setPen(color);
    painter.drawText(place, Qt::AlignVCenter | side, shown);
    return painter.fontMetrics().horizontalAdvance(shown);
}

} // namespace

TodayDelegate::TodayDelegate(const PageContext& context, const TodayModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_context(context), m_model(model)
{
}

QString TodayDelegate::spoken(int row) const
{
    if (m_model.isHeading(row))
        return sectionTitle(m_model.section(row), m_model);
    QStringList parts;
    if (const TaskLine* line = m_model.task(row)) {
        parts = {sectionTitle(m_model.section(row), m_model), shownTitle(line->task, m_context),
            taskTime(line->task, m_context), taskDetails(m_model, row, m_context)};
    } else if (const TodayFamily* family = m_model.family(row)) {
        parts = {shownName(family->name, m_context), childText(*family, m_context)};
        for (const TodayWhy& why : family->reasons)
            parts.append(reasonText(why, *family, m_context));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QSize TodayDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_context.theme;
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    if (m_model.isHeading(index.row()))
        return {width, theme.lineHeight(TextRole::Small) + sizes::margin + sizes::gap};
    // A task that says all in one line has one.
    const bool oneLine =
        m_model.task(index.row()) && taskDetails(m_model, index.row(), m_context).isEmpty();
    return {width,
        theme.lineHeight(TextRole::Body) + (oneLine ? 0 : theme.lineHeight(TextRole::Small))
            + sizes::gap + sizes::grid};
}

void TodayDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    if (m_model.isHeading(index.row()))
        paintHeading(*painter, option.rect, index.row());
    else
        paintItem(*painter, option, index.row());
    painter->restore();
}

QString TodayDelegate::headingCount(int row) const
{
    const TodaySection section = m_model.section(row);
    const int count = m_model.count(section);
    if (section != TodaySection::Families || m_model.candidates() <= count)
        return QString::number(count);
    return tr("%1 of %2").arg(count).arg(m_model.candidates());
}

void TodayDelegate::paintHeading(QPainter& painter, const QRect& rect, int row) const
{
    const Colors& colors = m_context.theme.colors();
    const int line = m_context.theme.lineHeight(TextRole::Small);
    const QRect words(rect.left() + sizes::margin, rect.bottom() - line - sizes::grid + 1,
        rect.width() - 2 * sizes::margin, line);
    QFont font = m_context.theme.font(TextRole::Small);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const bool late = m_model.section(row) == TodaySection::Overdue;
    painter.setPen(late ? colors.bad : colors.muted);
    painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft, sectionTitle(m_model.section(row), m_model));
    painter.setPen(colors.muted);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, headingCount(row));
}

void TodayDelegate::paintItem(QPainter& painter, const QStyleOptionViewItem& option, int row) const
{
    const Theme& theme = m_context.theme;
    const Colors& colors = theme.colors();
    const QRect box = option.rect.adjusted(sizes::gap, 1, -sizes::gap, -1);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen)
        paint::box(painter, box, colors.accentSoft, QColor());
    else if (option.state.testFlag(QStyle::State_MouseOver))
        paint::box(painter, box, colors.sunken, QColor());
    if (chosen && option.state.testFlag(QStyle::State_HasFocus))
        paint::focusRing(painter, box, colors);
    const QRect inner = option.rect.adjusted(sizes::margin, sizes::grid + 2, -sizes::margin, 0);
    const int body = theme.lineHeight(TextRole::Body);
    const int left = inner.left() + iconGap;
    const Place place{{left, inner.top(), inner.right() - left + 1, body},
        {left, inner.top() + body, inner.right() - left + 1, theme.lineHeight(TextRole::Small)}};
    if (m_model.task(row))
        paintTask(painter, place, row);
    else
        paintFamily(painter, place, *m_model.family(row));
}

void TodayDelegate::paintTask(QPainter& painter, const Place& place, int row) const
{
    const Theme& theme = m_context.theme;
    const Colors& colors = theme.colors();
    const TaskLine& line = *m_model.task(row);
    const bool late = m_model.section(row) == TodaySection::Overdue;
    const QPoint corner(
        place.first.left() - iconGap, place.first.top() + (place.first.height() - sizes::icon) / 2);
    paintIcon(painter, corner, late ? Icon::Warning : Icon::Task, late ? colors.bad : colors.muted,
        sizes::icon);
    painter.setFont(theme.font(TextRole::Small));
    const int time = drawWords(painter, place.first, taskTime(line.task, m_context),
        late ? colors.bad : colors.muted, Qt::AlignRight);
    painter.setFont(theme.font(TextRole::Strong));
    drawWords(painter, place.first.adjusted(0, 0, -time - sizes::gap, 0),
        shownTitle(line.task, m_context), colors.text);
    painter.setFont(theme.font(TextRole::Small));
    drawWords(painter, place.second, taskDetails(m_model, row, m_context), colors.muted);
}

void TodayDelegate::paintFamily(
    QPainter& painter, const Place& place, const TodayFamily& family) const
{
    const Theme& theme = m_context.theme;
    const Colors& colors = theme.colors();
    const int top = place.first.top() + (place.first.height() - tierSide) / 2;
    paintTier(painter,
        {place.first.left() - iconGap + (sizes::icon - tierSide) / 2, top, tierSide, tierSide},
        family.tier, theme);
    QRect line = place.first;
    painter.setFont(theme.font(TextRole::Strong));
    line.setLeft(line.left()
        + drawWords(painter, line, shownName(family.name, m_context), colors.text) + sizes::gap);
    painter.setFont(theme.font(TextRole::Body));
    drawWords(painter, line, childText(family, m_context), colors.muted);
    paintReasons(painter, place.second, family);
}

// The heaviest first, in its tone; the others follow as long as there is room.
void TodayDelegate::paintReasons(QPainter& painter, QRect line, const TodayFamily& family) const
{
    const Colors& colors = m_context.theme.colors();
    painter.setFont(m_context.theme.font(TextRole::Small));
    bool first = true;
    for (const TodayWhy& why : family.reasons) {
        if (!first)
            line.setLeft(line.left() + drawWords(painter, line, u" · "_s, colors.faint));
        const QColor tone = first ? colors.*reasonTone(why.reason) : colors.muted;
        line.setLeft(
            line.left() + drawWords(painter, line, reasonText(why, family, m_context), tone));
        first = false;
    }
}

} // namespace homeroom
