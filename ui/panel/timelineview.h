// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/timelinemodel.h"
#include "ui/editing/pagecontext.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace homeroom {

struct MergedFamily;
struct TimelineText;

/// Paints one entry: when at the left; title, what was said and what comes next at the right.
class TimelineDelegate : public QStyledItemDelegate {
public:
    TimelineDelegate(PageContext& context, TimelineModel& model, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Room at the left of what happened, in pixels.
    int whenWidth() const;

private:
    int paintText(QPainter* painter, const QRect& rect, const TimelineText& text) const;

    int paintBadge(QPainter& painter, QPoint corner, const QString& words) const;

    PageContext& m_context;
    TimelineModel& m_model;
};

class TimelineView : public QListView {
    Q_OBJECT

public:
    explicit TimelineView(PageContext& context, QWidget* parent = nullptr);
    void setCustomer(const RecordId& customer);
    /// Whether merges offer to be taken apart.
    void setMayTakeApart(bool may);

Q_SIGNALS:
    /// The merge that brought this family in, whose name may be unknown, shall be undone.
    void takeApartRequested(const homeroom::RecordId& loser, const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeDeeds();
    QWidget* makeDeed(const MergedFamily& merged);

    PageContext& m_context;
    TimelineModel m_model;
    TimelineDelegate* m_delegate;
    bool m_mayTakeApart = false;
};

} // namespace homeroom
