// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/customer.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPainter;

namespace homeroom {

/// Paints a tier as letter, shape and colour, so that none of them is needed to tell it: A filled
/// disc, B ring, C square outline, D the letter alone, no tier a dash. For delegates and TierBadge.
void paintTier(QPainter& painter, const QRect& rect, Tier tier, const Theme& theme);

class TierBadge : public QWidget {
    Q_OBJECT

public:
    explicit TierBadge(const Theme& theme, QWidget* parent = nullptr);

    /// `reason` is the sentence shown on hover: why this family has the tier.
    void setTier(Tier tier, const QString& reason = {});
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    const Theme& m_theme;
    Tier m_tier = Tier::None;
};

} // namespace homeroom
