// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/duplicatemodel.h"
#include "ui/editing/pagecontext.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace homeroom {

/// A line of the list of pairs: both names, and why they may be one.
class DuplicateDelegate : public QStyledItemDelegate {
public:
    DuplicateDelegate(const PageContext& context, const DuplicateModel& model, QObject* parent);

    QString spoken(int row) const;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;

private:
    void paintReasons(QPainter& painter, const QRect& place, const DuplicatePair& pair) const;

    const PageContext m_context;
    const Theme& m_theme;
    const DuplicateModel& m_model;
};

} // namespace homeroom
