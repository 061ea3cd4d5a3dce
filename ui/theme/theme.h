// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QApplication;
class QPalette;

namespace homeroom {

class HomeroomStyle;

enum class ThemeMode { System, Light, Dark };

/// Looks of the program: colours, fonts and icons, switchable while it runs. One is made beside the
/// QApplication and passed by reference to whatever paints. After a switch every widget gets its
/// usual PaletteChange; what caches pixmaps or layouts listens to changed().
class Theme : public QObject {
    Q_OBJECT

public:
    using SystemScheme = std::function<Scheme()>;

    /// Applies style, palette and font to `application` at once. `systemScheme` is asked in mode
    /// System; by default it is the scheme the desktop reports.
    explicit Theme(QApplication& application, SystemScheme systemScheme = {});
    ~Theme() override;

    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);
    TextSize textSize() const { return m_textSize; }
    void setTextSize(TextSize size);

    Scheme scheme() const { return m_scheme; }
    const Colors& colors() const { return *m_colors; }
    QFont font(TextRole role) const;
    /// Height of one line of a role, with room for CJK glyphs, on the 4-px grid.
    int lineHeight(TextRole role) const;

    /// An icon that follows the theme by itself.
    QIcon icon(Icon icon, QColor Colors::*tone = &Colors::muted,
        QColor Colors::*onTone = &Colors::text) const;

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Colours or sizes are other ones now.
    void changed();

private:
    void apply();
    QPalette palette() const;
    Scheme wantedScheme() const;
    Scheme desktopScheme();

    QApplication& m_application;
    SystemScheme m_systemScheme;
    QPointer<HomeroomStyle> m_style;
    std::shared_ptr<Colors> m_colors;
    ThemeMode m_mode = ThemeMode::System;
    TextSize m_textSize = TextSize::Normal;
    Scheme m_scheme = Scheme::Light;
    bool m_applying = false;
};

} // namespace homeroom
