// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace homeroom {

/// An icon by itself, sharp on every screen it is moved to. Decoration: what it means must also
/// stand in words beside it.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    /// `side` is in device-independent pixels.
    IconLabel(const Theme& theme, Icon icon, int side = sizes::icon,
        QColor Colors::*tone = &Colors::muted, QWidget* parent = nullptr);

    void setIcon(Icon icon, QColor Colors::*tone);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Icon m_icon;
    int m_side;
    QColor Colors::*m_tone;
};

} // namespace homeroom
