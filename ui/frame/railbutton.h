// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPushButton>

namespace homeroom {

/// One line of the rail: icon, word, and a small word at the right (a key, or a role). Folded it is
/// the icon alone and says its word as a tool tip.
class RailButton : public QPushButton {
    Q_OBJECT

public:
    RailButton(const Theme& theme, Icon icon, QWidget* parent = nullptr);

    void setWords(const QString& word, const QString& aside);
    void setFolded(bool folded);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintWords(QPainter& painter, const QRect& room);
    void describe();

    const Theme& m_theme;
    QString m_aside;
    bool m_folded = false;
};

} // namespace homeroom
