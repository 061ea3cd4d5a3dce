// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

namespace homeroom {

namespace {

// Where this differs from the sketch: the sketch's light faint (2.3:1), muted on soft fills
// (4.3:1), accent, good, warn and bad as text (3.0 to 4.2:1 on sunken and on their own soft fills),
// and its dark faint (3.6:1) are under the 4.5:1 that text needs; each keeps its hue and is only
// darker (lighter in the dark). c1 to c8 were moved apart: with red or green blindness the sketch's
// blue and violet were 3 ΔE from each other, now no pair is nearer than 12 (see tokenstest).
constexpr std::array<ColorToken, 26> table = {{
    {"surface", &Colors::surface, 0xfff6f7f9, 0xff16191e},
    {"raised", &Colors::raised, 0xffffffff, 0xff1e2229},
    {"sunken", &Colors::sunken, 0xffeef0f3, 0xff12151a},
    {"line", &Colors::line, 0xffe1e4e9, 0xff2c323b},
    {"edge", &Colors::edge, 0xff868f9c, 0xff6d7887},
    {"text", &Colors::text, 0xff1c2128, 0xffe6e9ee},
    {"muted", &Colors::muted, 0xff545e6d, 0xff98a3b3},
    {"faint", &Colors::faint, 0xff626d7d, 0xff808a98},
    {"accent", &Colors::accent, 0xff1f5fdb, 0xff6c9bff},
    {"accentSoft", &Colors::accentSoft, 0xffe8effd, 0xff22304d},
    {"onAccent", &Colors::onAccent, 0xffffffff, 0xff10131a},
    {"good", &Colors::good, 0xff187b4c, 0xff4cc38a},
    {"goodSoft", &Colors::goodSoft, 0xffe3f5ec, 0xff17352a},
    {"warn", &Colors::warn, 0xff9c5d00, 0xfff0a63a},
    {"warnSoft", &Colors::warnSoft, 0xfffdf1de, 0xff3b2d14},
    {"bad", &Colors::bad, 0xffc82d2d, 0xfff07070},
    {"badSoft", &Colors::badSoft, 0xfffce8e8, 0xff40201f},
    {"c1", &Colors::c1, 0xff1f5fdb, 0xff6c9bff},
    {"c2", &Colors::c2, 0xffcf7e0b, 0xfff5a706},
    {"c3", &Colors::c3, 0xff4a9f69, 0xff77cd9b},
    {"c4", &Colors::c4, 0xff9a80fa, 0xff8966bf},
    {"c5", &Colors::c5, 0xffd53a8a, 0xffca739c},
    {"c6", &Colors::c6, 0xff1f8999, 0xff7bc7e5},
    {"c7", &Colors::c7, 0xff796c2e, 0xffa49a5c},
    {"c8", &Colors::c8, 0xff5e6166, 0xffbbc1c2},
    {"focus", &Colors::focus, 0xff1f5fdb, 0xff6c9bff},
}};

Colors made(Scheme scheme)
{
    Colors colors;
    for (const ColorToken& token : table)
        colors.*token.member = QColor::fromRgba(scheme == Scheme::Dark ? token.dark : token.light);
    return colors;
}

int normalPixels(TextRole role)
{
    switch (role) {
    case TextRole::Small:
        return 12;
    case TextRole::Title:
        return 15;
    case TextRole::Number:
        return 20;
    case TextRole::Body:
    case TextRole::Strong:
        break;
    }
    return 13;
}

} // namespace

QColor Colors::category(int index) const
{
    const std::array<QColor, 8> all = {c1, c2, c3, c4, c5, c6, c7, c8};
    return all[static_cast<std::size_t>(index) % all.size()];
}

std::span<const ColorToken> colorTokens()
{
    return table;
}

const Colors& colorsOf(Scheme scheme)
{
    static const Colors light = made(Scheme::Light);
    static const Colors dark = made(Scheme::Dark);
    return scheme == Scheme::Dark ? dark : light;
}

int textPixels(TextRole role, TextSize size)
{
    const int normal = normalPixels(role);
    switch (size) {
    case TextSize::Small:
        // 11 px is where dense Chinese glyphs close up; nothing gets smaller than that.
        return normal - 1;
    case TextSize::Large:
        return normal + 2 + normal / 10;
    case TextSize::Normal:
        break;
    }
    return normal;
}

} // namespace homeroom
