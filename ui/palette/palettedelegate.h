// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/palettewords.h"
#include "ui/theme/icons.h"

#include <QStyledItemDelegate>

namespace homeroom {

/// Paints the lines of the palette: families and notes on two lines, commands on one with their key
/// at the right; what was typed has a ground of its own.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    PaletteDelegate(
        const PageContext& context, const PaletteModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    /// What an item shows.
    struct Lines {
        MarkedText title{};
        MarkedText below{}; ///< empty for an item of one line
        QString right{};
        Icon icon = Icon::Person;
    };
    Lines linesOf(int row) const;
    void paintHeading(QPainter& painter, const QRect& rect, int row) const;
    void paintItem(QPainter& painter, const QStyleOptionViewItem& option, int row) const;
    void paintLine(QPainter& painter, const QRect& rect, const MarkedText& line) const;

    const PageContext& m_context;
    const PaletteModel& m_model;
};

} // namespace homeroom
