// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <span>

namespace homeroom {

enum class Scheme { Light, Dark };

/// Every colour of the program by its meaning. Read through Theme::colors(); never write a literal.
struct Colors {
    QColor surface; ///< behind everything
    QColor raised; ///< cards, bars, panels, fields
    QColor sunken; ///< rail, status bar, hover
    QColor line; ///< hairlines; carries no meaning alone
    QColor edge; ///< outlines of controls that must be seen (check box), ≥ 3:1
    QColor text;
    QColor muted; ///< secondary text, readable on the soft fills too
    QColor faint; ///< hints and time stamps, readable on surface, raised and sunken
    QColor accent;
    QColor accentSoft;
    QColor onAccent; ///< text on an accent fill
    QColor good;
    QColor goodSoft;
    QColor warn;
    QColor warnSoft;
    QColor bad;
    QColor badSoft;
    QColor c1, c2, c3, c4, c5, c6, c7, c8; ///< categories of charts and stages
    QColor focus;

    /// The categorical colour number `index`, counted from 0 and wrapping after eight.
    QColor category(int index) const;
};

/// One line of the table of colours.
struct ColorToken {
    const char* name;
    QColor Colors::*member;
    QRgb light;
    QRgb dark;
};

std::span<const ColorToken> colorTokens();
const Colors& colorsOf(Scheme scheme);

/// All lengths in device-independent pixels; everything sits on a grid of four.
namespace sizes {
inline constexpr int grid = 4;
inline constexpr int gap = 8;
inline constexpr int margin = 16;
inline constexpr int radius = 6;
inline constexpr int control = 32; ///< height of a button or a field
inline constexpr int chip = 24;
inline constexpr int toolbar = 48;
inline constexpr int rail = 176; ///< room for the longest word and its key in English
inline constexpr int railFolded = 56;
inline constexpr int statusBar = 28;
inline constexpr int panel = 336; ///< first width of the panel at the right
inline constexpr int icon = 16;
inline constexpr int focusRing = 2;
} // namespace sizes

/// Setting of the person; scales every text, the grid stays.
enum class TextSize { Small, Normal, Large };

/// Body and Small are the two text sizes; Strong is Body in bold; Number is for figures that lead.
/// Title is Body one step up and stands once on a page.
enum class TextRole { Body, Strong, Small, Title, Number };

/// Pixel height of a text role at the given setting.
int textPixels(TextRole role, TextSize size);

} // namespace homeroom
