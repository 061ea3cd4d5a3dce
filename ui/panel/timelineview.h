// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/timelinemodel.h"
#include "ui/editing/pagecontext.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace homeroom {

struct TimelineText;

/// Paints one entry: when at the left; title, what was said and what comes next at the right.
class TimelineDelegate : public QStyledItemDelegate {
public:
    TimelineDelegate(PageContext& context, TimelineModel& model, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int whenWidth() const;
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

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    TimelineModel m_model;
};

} // namespace homeroom
