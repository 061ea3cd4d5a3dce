// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tierbadge.h"

#include "ui/theme/paint/shapes.h"

#include <QEvent>
#include <QPainter>

namespace homeroom {

namespace {

constexpr int side = 20;

struct TierLook {
    QChar letter;
    QColor Colors::*tone;
    bool filled;
    bool outlined;
    qreal radius;
};

TierLook lookOf(Tier tier)
{
    switch (tier) {
    case Tier::A:
        return {u'A', &Colors::good, true, false, side / 2.0};
    case Tier::B:
        return {u'B', &Colors::accent, false, true, side / 2.0};
    case Tier::C:
        return {u'C', &Colors::warn, false, true, 4};
    case Tier::D:
        return {u'D', &Colors::muted, false, false, 0};
    case Tier::None:
        break;
    }
    return {u'–', &Colors::faint, false, false, 0};
}

} // namespace

void paintTier(QPainter& painter, const QRect& rect, Tier tier, const Theme& theme)
{
    const TierLook look = lookOf(tier);
    const Colors& colors = theme.colors();
    const QColor tone = colors.*look.tone;
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    if (look.filled || look.outlined)
        paint::box(painter, square, look.filled ? tone : QColor(), look.outlined ? tone : QColor(),
            look.radius);
    painter.save();
    painter.setFont(theme.font(TextRole::Strong));
    painter.setPen(look.filled ? colors.onAccent : tone);
    // By the letter's own ink: the line box of CJK faces would set it too low.
    const QFontMetrics metrics(painter.font());
    const QRectF ink = metrics.tightBoundingRect(QString(look.letter));
    const QPointF middle = QRectF(square).center();
    painter.drawText(QPointF(middle.x() - ink.width() / 2 - ink.left(),
                         middle.y() + ink.height() / 2 - ink.bottom()),
        QString(look.letter));
    painter.restore();
}

TierBadge::TierBadge(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void TierBadge::setTier(Tier tier, const QString& reason)
{
    m_tier = tier;
    setToolTip(reason);
    describe();
    update();
}

QSize TierBadge::sizeHint() const
{
    return {side, side};
}

void TierBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintTier(painter, rect(), m_tier, m_theme);
}

void TierBadge::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void TierBadge::describe()
{
    setAccessibleName(
        m_tier == Tier::None ? tr("No tier yet") : tr("Tier %1").arg(lookOf(m_tier).letter));
    setAccessibleDescription(toolTip());
}

} // namespace homeroom
