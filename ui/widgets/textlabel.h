// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace homeroom {

/// A label in one of the theme's text roles and tones; follows the theme by itself.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(const Theme& theme, TextRole role = TextRole::Body,
        QColor Colors::*tone = &Colors::text, QWidget* parent = nullptr);

    void setTone(QColor Colors::*tone);

protected:
    const Theme& theme() const { return m_theme; }
    QColor tone() const { return m_theme.colors().*m_tone; }

private:
    void follow();

    const Theme& m_theme;
    TextRole m_role;
    QColor Colors::*m_tone;
};

/// One line that ends in an ellipsis when it is too narrow and then shows the whole as its tool
/// tip.
class ElidedLabel : public TextLabel {
    Q_OBJECT

public:
    using TextLabel::TextLabel;

    void setElideMode(Qt::TextElideMode mode);
    bool isElided() const;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace homeroom
