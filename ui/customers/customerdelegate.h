// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/customertablemodel.h"
#include "ui/editing/pagecontext.h"

#include <QStyledItemDelegate>

namespace homeroom {

/// Paints cells of the table of families: tags with dots, tiers as badges, overdue in red, unsent
/// and conflicting families marked beside the name.
class CustomerDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    CustomerDelegate(const PageContext& context, const CustomerTableModel& model, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    /// Palettes with another text colour; changing one for every cell costs more than the cell.
    struct Tinted {
        qint64 key = 0;
        QRgb color = 0;
        QPalette palette{};
    };
    static const QPalette& tint(Tinted& tinted, const QPalette& base, const QColor& color);
    void paintTags(QPainter& painter, const QRect& rect, const CustomerRow& row) const;

    const PageContext& m_context;
    const CustomerTableModel& m_model;
    mutable Tinted m_muted;
    mutable Tinted m_overdue;
};

} // namespace homeroom
