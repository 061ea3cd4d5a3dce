// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/boardcolumnmodel.h"
#include "ui/board/cardtexts.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPixmap>
#include <QSet>
#include <QStyledItemDelegate>

#include <array>

namespace homeroom {

/// Paints cards in three lines. All columns share one.
class CardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CardDelegate(const PageContext& context, QObject* parent = nullptr);

    /// Height of a card with the gap to the next one; the same for all.
    int rowHeight() const { return m_cardHeight + gap; }
    static constexpr int gap = 8;
    static constexpr int cardWidth = 224;
    /// The card inside of its row, which also holds the gap and the way of the scroll bar.
    QRect frameOf(const QRect& row) const;

    /// Cards that are being dragged are faint; a refused one is marked for a moment.
    void setDragged(const QSet<RecordId>& cards) { m_dragged = cards; }
    void setRefused(const QSet<RecordId>& cards) { m_refused = cards; }
    const QSet<RecordId>& refused() const { return m_refused; }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;

private:
    struct FrameState {
        bool selected = false;
        bool hovered = false;
        bool refused = false;
    };

    void follow();
    QPixmap frame(const FrameState& state, const QSize& size, const QPaintDevice* device) const;
    void paintFrame(QPainter& painter, const QRect& card, const QStyleOptionViewItem& option,
        bool refused) const;
    void paintFamily(
        QPainter& painter, QRect line, const BoardCard& card, const CardTexts& texts) const;
    void paintLearning(QPainter& painter, QRect line, const CardTexts& texts) const;
    void paintNext(
        QPainter& painter, QRect line, const BoardCard& card, const CardTexts& texts) const;
    QPixmap icon(Icon icon, QColor Colors::*tone, QPaintDevice* device) const;

    const PageContext& m_context;
    const Theme& m_theme;
    QFont m_strong{};
    QFont m_body{};
    QFont m_small{};
    QFontMetrics m_strongMetrics;
    QFontMetrics m_bodyMetrics;
    QFontMetrics m_smallMetrics;
    int m_cardHeight = 0;
    QSet<RecordId> m_dragged{};
    QSet<RecordId> m_refused{};
    mutable std::array<QPixmap, 8> m_frames{}; // one for each FrameState
    mutable QHash<quint64, QPixmap> m_icons{}; // rendered once for each theme and pixel ratio
};

} // namespace homeroom
