// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/synccentremodel.h"
#include "ui/editing/pagecontext.h"

#include <QStyledItemDelegate>

namespace homeroom {

/// Paints the lines of the sync centre: headings with their count, items on two lines.
class CentreDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    CentreDelegate(
        const PageContext& context, const SyncCentreModel& model, QObject* parent = nullptr);

    /// The row as one sentence.
    QString spoken(int row) const;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QRect& rect, int row) const;
    void paintItem(QPainter& painter, const QStyleOptionViewItem& option, int row) const;

    const PageContext& m_context;
    const SyncCentreModel& m_model;
};

} // namespace homeroom
