// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/timelineview.h"

#include "models/store/mergequery.h"
#include "ui/editing/moments.h"
#include "ui/editing/privacymode.h"
#include "ui/panel/timelinewords.h"
#include "ui/theme/paint/shapes.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace homeroom {

namespace {

constexpr int badgePadding = 6;

int wrappedHeight(const QFont& font, const QString& text, int width)
{
    if (text.isEmpty())
        return 0;
    const QFontMetrics metrics(font);
    return metrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height();
}

} // namespace

TimelineDelegate::TimelineDelegate(PageContext& context, TimelineModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_context(context), m_model(model)
{
}

int TimelineDelegate::whenWidth() const
{
    // The longest form there is, in the language of the program.
    const Milliseconds now = m_context.clock.now();
    const QString longest = momentText(now - dayMs, now, m_context.zone);
    const QFontMetrics metrics(m_context.theme.font(TextRole::Small));
    return metrics.horizontalAdvance(longest) + sizes::gap + sizes::grid;
}

/// Draws into `rect`, or only measures without a painter; gives the height used.
int TimelineDelegate::paintText(
    QPainter* painter, const QRect& rect, const TimelineText& text) const
{
    const Theme& theme = m_context.theme;
    const int line = theme.lineHeight(TextRole::Body);
    int top = rect.top();
    const auto draw = [&](const QString& words, TextRole role, const QColor& color, int left) {
        painter->setFont(theme.font(role));
        painter->setPen(color);
        const QRect place(left, top, rect.right() - left + 1, line);
        const QString fitting =
            painter->fontMetrics().elidedText(words, Qt::ElideRight, qMax(0, place.width()));
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, fitting);
    };
    if (painter) {
        const TextRole role = text.quiet ? TextRole::Body : TextRole::Strong;
        draw(
            text.title, role, text.quiet ? theme.colors().muted : theme.colors().text, rect.left());
        const int used = QFontMetrics(theme.font(role)).horizontalAdvance(text.title);
        int left = rect.left() + used + sizes::gap;
        left += paintBadge(*painter, QPoint(left, top), text.badge);
        draw(text.detail, TextRole::Body, theme.colors().muted, left);
    }
    top += line;
    const auto paragraph = [&](const QString& words, const QColor& color) {
        const QFont font = theme.font(TextRole::Body);
        const int height = wrappedHeight(font, words, rect.width());
        if (painter && height > 0) {
            painter->setFont(font);
            painter->setPen(color);
            painter->drawText(
                QRect(rect.left(), top, rect.width(), height), Qt::TextWordWrap, words);
        }
        top += height;
    };
    paragraph(text.body, theme.colors().text);
    paragraph(text.next, theme.colors().muted);
    return top - rect.top();
}

/// Gives the room it takes in the line, with the gap after it.
int TimelineDelegate::paintBadge(QPainter& painter, QPoint corner, const QString& words) const
{
    if (words.isEmpty())
        return 0;
    const Theme& theme = m_context.theme;
    painter.setFont(theme.font(TextRole::Small));
    const int line = theme.lineHeight(TextRole::Body);
    const QRect pill(corner.x(), corner.y() + 1,
        painter.fontMetrics().horizontalAdvance(words) + 2 * badgePadding, line - 2);
    paint::box(painter, pill, theme.colors().warnSoft, QColor(), pill.height() / 2.0);
    painter.setPen(theme.colors().warn);
    painter.drawText(pill, Qt::AlignCenter, words);
    return pill.width() + sizes::gap;
}

void TimelineDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_context.theme;
    const TimelineText text =
        timelineText(m_model.entry(index.row()), m_model.customer(), m_context);
    painter->save();
    const QRect inner = option.rect.adjusted(sizes::margin, sizes::grid, -sizes::margin, 0);
    painter->setFont(theme.font(TextRole::Small));
    painter->setPen(theme.colors().faint);
    const int left = whenWidth();
    const QRect when(inner.left(), inner.top(), left, theme.lineHeight(TextRole::Body));
    painter->drawText(when, Qt::AlignVCenter | Qt::AlignLeft, text.when);
    paintText(painter, inner.adjusted(left, 0, 0, 0), text);
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const QRect rect(0, 0, qMax(40, width - 2 * sizes::margin - whenWidth()), 0);
    const TimelineText text =
        timelineText(m_model.entry(index.row()), m_model.customer(), m_context);
    const QWidget* deed = view ? view->indexWidget(index) : nullptr;
    const int below = deed ? deed->sizeHint().height() : 0;
    return {width, paintText(nullptr, rect, text) + sizes::grid + sizes::gap + below};
}

TimelineView::TimelineView(PageContext& context, QWidget* parent)
    : QListView(parent), m_context(context), m_model(context.workspace),
      m_delegate(new TimelineDelegate(context, m_model, this))
{
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(m_delegate);
    setModel(&m_model);
    if (context.privacy)
        connect(context.privacy, &PrivacyMode::changed, this, [this] {
            placeDeeds();
            scheduleDelayedItemsLayout(); // masked words wrap otherwise
        });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TimelineView::placeDeeds);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TimelineView::placeDeeds);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &TimelineView::placeDeeds);
}

void TimelineView::setCustomer(const RecordId& customer)
{
    if (customer == m_model.customer())
        return;
    m_model.setCustomer(customer);
    scrollToTop();
}

void TimelineView::setMayTakeApart(bool may)
{
    if (may == m_mayTakeApart)
        return;
    m_mayTakeApart = may;
    placeDeeds();
}

// A button of its own for the merge that was the last one with that family: it is in the order of
// the focus, and a screen reader finds it.
void TimelineView::placeDeeds()
{
    std::vector<int> rows;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.entry(row).kind == TimelineKind::Merged)
            rows.push_back(row);
        else if (indexWidget(m_model.index(row)))
            setIndexWidget(m_model.index(row), nullptr);
    }
    if (rows.empty())
        return;
    const auto read = m_context.workspace.reader().read(
        [this](Database& database) { return mergedFamilies(database, m_model.customer()); });
    std::vector<MergedFamily> open =
        read.ok() && m_mayTakeApart ? *read : std::vector<MergedFamily>();
    QWidget* before = this;
    for (const int row : rows) {
        const MergedFamily told = mergedFamily(std::get<HistoryEntry>(m_model.entry(row).record));
        const bool offered =
            std::erase_if(open, [&](const MergedFamily& merged) { return merged == told; });
        QWidget* place = offered ? makeDeed(told) : nullptr;
        setIndexWidget(m_model.index(row), place);
        if (!place)
            continue;
        setTabOrder(before, place->focusProxy());
        before = place->focusProxy();
    }
    scheduleDelayedItemsLayout();
}

QWidget* TimelineView::makeDeed(const MergedFamily& merged)
{
    auto* place = new QWidget;
    auto* deed = new QPushButton(tr("Take apart…"));
    setButtonKind(*deed, ButtonKind::Secondary);
    deed->setAutoDefault(true); // Enter, too
    deed->setAccessibleName(merged.name.isEmpty()
            ? tr("Take apart the merge with another family")
            : tr("Take apart the merge with %1").arg(shownName(merged.name, m_context)));
    connect(deed, &QPushButton::clicked, this,
        [this, merged] { Q_EMIT takeApartRequested(merged.id, merged.name); });
    place->setFocusProxy(deed);
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(sizes::margin + m_delegate->whenWidth(), 0, 0, sizes::gap);
    column->addStretch(1);
    column->addWidget(deed, 0, Qt::AlignLeft);
    return place;
}

void TimelineView::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        placeDeeds();
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    // Wrapped lines need another height at another width.
    scheduleDelayedItemsLayout();
}

} // namespace homeroom
