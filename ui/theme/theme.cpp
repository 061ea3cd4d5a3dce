// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPalette>
#include <QScopedValueRollback>
#include <QStyleHints>
#include <QToolTip>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// CJK faces first: their Latin glyphs match the Chinese weight, and their figures are tabular.
QStringList families()
{
    return {u"Noto Sans CJK SC"_s, u"PingFang SC"_s, u"Microsoft YaHei UI"_s, u"sans-serif"_s};
}

} // namespace

Theme::Theme(QApplication& application, SystemScheme systemScheme)
    : m_application(application), m_systemScheme(std::move(systemScheme)),
      m_style(new HomeroomStyle), m_colors(std::make_shared<Colors>())
{
    if (!m_systemScheme)
        m_systemScheme = [this] { return desktopScheme(); };
    QApplication::setStyle(m_style); // takes ownership
    m_application.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_mode == ThemeMode::System)
            apply();
    });
#endif
    apply();
}

Theme::~Theme() = default;

void Theme::setMode(ThemeMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::setTextSize(TextSize size)
{
    if (m_textSize == size)
        return;
    m_textSize = size;
    apply();
}

QFont Theme::font(TextRole role) const
{
    QFont font(families());
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(textPixels(role, m_textSize));
    const bool heavy = role != TextRole::Body && role != TextRole::Small;
    font.setWeight(heavy ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

int Theme::lineHeight(TextRole role) const
{
    // The metrics of CJK faces hold wide line gaps; one and a half times the size reads calmly and
    // clips no glyph.
    const int wanted = textPixels(role, m_textSize) * 3 / 2;
    return (wanted + sizes::grid - 1) / sizes::grid * sizes::grid;
}

QIcon Theme::icon(Icon icon, QColor Colors::*tone, QColor Colors::*onTone) const
{
    return liveIcon(m_colors, icon, tone, onTone);
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    // Qt before 6.5 tells of the desktop's switch by this event only.
    if (event->type() == QEvent::ThemeChange && m_mode == ThemeMode::System && !m_applying)
        apply();
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    const QScopedValueRollback guard(m_applying, true);
    m_scheme = wantedScheme();
    *m_colors = colorsOf(m_scheme);
    if (m_style)
        m_style->setColors(*m_colors);
    QApplication::setPalette(palette());
    QApplication::setFont(font(TextRole::Body));
    QToolTip::setPalette(palette());
    QToolTip::setFont(font(TextRole::Small));
    Q_EMIT changed();
}

QPalette Theme::palette() const
{
    const Colors& colors = *m_colors;
    QPalette palette;
    palette.setColor(QPalette::Window, colors.surface);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.raised);
    palette.setColor(QPalette::AlternateBase, colors.surface);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.faint);
    palette.setColor(QPalette::Button, colors.raised);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.bad);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.onAccent);
    palette.setColor(QPalette::ToolTipBase, colors.raised);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::Light, colors.raised);
    palette.setColor(QPalette::Midlight, colors.sunken);
    palette.setColor(QPalette::Mid, colors.line);
    palette.setColor(QPalette::Dark, colors.edge);
    palette.setColor(QPalette::Shadow, colors.edge);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors.edge);
    palette.setColor(QPalette::Disabled, QPalette::Base, colors.surface);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colors.text);
    return palette;
}

Scheme Theme::wantedScheme() const
{
    if (m_mode == ThemeMode::System)
        return m_systemScheme();
    return m_mode == ThemeMode::Dark ? Scheme::Dark : Scheme::Light;
}

Scheme Theme::desktopScheme()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const bool dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    return dark ? Scheme::Dark : Scheme::Light;
#else
    // Only an application without a palette of its own shows the desktop's.
    QApplication::setPalette(QPalette());
    const QPalette desktop = QApplication::palette();
    const auto window = desktop.color(QPalette::Window).lightness();
    return window < desktop.color(QPalette::WindowText).lightness() ? Scheme::Dark : Scheme::Light;
#endif
}

} // namespace homeroom
