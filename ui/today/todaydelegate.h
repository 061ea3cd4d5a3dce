// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/todaymodel.h"
#include "ui/editing/pagecontext.h"

#include <QStyledItemDelegate>

namespace homeroom {

/// Paints the plan of the day: headings with their count, tasks and families on two lines, what is
/// due at the right.
class TodayDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TodayDelegate(const PageContext& context, const TodayModel& model, QObject* parent = nullptr);

    /// The row as one sentence.
    QString spoken(int row) const;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    /// The two lines of an item, left and right of its icon.
    struct Place {
        QRect first;
        QRect second;
    };
    void paintHeading(QPainter& painter, const QRect& rect, int row) const;
    void paintItem(QPainter& painter, const QStyleOptionViewItem& option, int row) const;
    void paintTask(QPainter& painter, const Place& place, int row) const;
    void paintFamily(QPainter& painter, const Place& place, const TodayFamily& family) const;
    void paintReasons(QPainter& painter, QRect line, const TodayFamily& family) const;
    QString headingCount(int row) const;

    const PageContext& m_context;
    const TodayModel& m_model;
};

} // namespace homeroom
