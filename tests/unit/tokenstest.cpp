// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"
#include "tests/support/testmain.h"

#include <array>
#include <cmath>
#include <numbers>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix everyColour = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
// G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, «A Physiologically-based Model for Simulation
// of Color Vision Deficiency», IEEE TVCG 15 (2009): severity 1.0, applied to linear RGB.
constexpr Matrix withoutRed = {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix withoutGreen = {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
    {-0.011820, 0.042940, 0.968881}}};

/// WCAG text contrast, and what its criterion 1.4.11 asks of graphics.
constexpr double enoughForText = 4.5;
constexpr double enoughForShapes = 3.0;
/// A ΔE2000 of about 2 is just noticeable side by side; 12 is told apart in lines and small bars
/// that lie away from each other.
constexpr double enoughForCategories = 12.0;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Triple linearOf(const QColor& color)
{
    return {
        linear(color.red() / 255.0), linear(color.green() / 255.0), linear(color.blue() / 255.0)};
}

double luminance(const QColor& color)
{
    const Triple rgb = linearOf(color);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// CIE L*a*b* (D65) of a colour as seen through `eye`.
Triple labOf(const QColor& color, const Matrix& eye)
{
    const Triple rgb = linearOf(color);
    Triple seen{};
    for (std::size_t row = 0; row < 3; ++row) {
        const Triple& m = eye[row];
        seen[row] = std::clamp(m[0] * rgb[0] + m[1] * rgb[1] + m[2] * rgb[2], 0.0, 1.0);
    }
    const auto [r, g, b] = seen;
    const auto f = [](double t) {
        return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double degrees(double a, double b)
{
    const double angle = std::atan2(b, a) * 180 / std::numbers::pi;
    return angle < 0 ? angle + 360 : angle;
}

double radians(double angle)
{
    return angle * std::numbers::pi / 180;
}

/// CIEDE2000, after Sharma, Wu, Dalal (2005).
double distance(const Triple& one, const Triple& other)
{
    const double chroma = (std::hypot(one[1], one[2]) + std::hypot(other[1], other[2])) / 2;
    const auto saturated = [](double c) {
        return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)));
    };
    const double g = 1.5 - 0.5 * saturated(chroma);
    const double c1 = std::hypot(g * one[1], one[2]);
    const double c2 = std::hypot(g * other[1], other[2]);
    const double h1 = degrees(g * one[1], one[2]);
    const double h2 = degrees(g * other[1], other[2]);
    const double turn = std::remainder(h2 - h1, 360);
    const double hue = std::abs(h1 - h2) > 180 ? (h1 + h2 + 360) / 2 : (h1 + h2) / 2;
    const double light = (one[0] + other[0]) / 2 - 50;
    const double c = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos(radians(hue - 30)) + 0.24 * std::cos(radians(2 * hue))
        + 0.32 * std::cos(radians(3 * hue + 6)) - 0.2 * std::cos(radians(4 * hue - 63));
    const double sl = 1 + 0.015 * light * light / std::sqrt(20 + light * light);
    const double dl = (other[0] - one[0]) / sl;
    const double dc = (c2 - c1) / (1 + 0.045 * c);
    const double dh = 2 * std::sqrt(c1 * c2) * std::sin(radians(turn / 2)) / (1 + 0.015 * c * t);
    const double bend = std::exp(-std::pow((hue - 275) / 25, 2));
    const double rt = -std::sin(radians(60 * bend)) * 2 * saturated(c);
    return std::sqrt(dl * dl + dc * dc + dh * dh + rt * dc * dh);
}

struct Pair {
    const char* name;
    QColor Colors::*front;
    QColor Colors::*back;
};

/// Every text on every fill it is allowed to stand on (see the comments of Colors).
constexpr Pair textPairs[] = {
    {"text on surface", &Colors::text, &Colors::surface},
    {"text on raised", &Colors::text, &Colors::raised},
    {"text on sunken", &Colors::text, &Colors::sunken},
    {"text on accentSoft", &Colors::text, &Colors::accentSoft},
    {"text on goodSoft", &Colors::text, &Colors::goodSoft},
    {"text on warnSoft", &Colors::text, &Colors::warnSoft},
    {"text on badSoft", &Colors::text, &Colors::badSoft},
    {"muted on surface", &Colors::muted, &Colors::surface},
    {"muted on raised", &Colors::muted, &Colors::raised},
    {"muted on sunken", &Colors::muted, &Colors::sunken},
    {"muted on accentSoft", &Colors::muted, &Colors::accentSoft},
    {"muted on goodSoft", &Colors::muted, &Colors::goodSoft},
    {"muted on warnSoft", &Colors::muted, &Colors::warnSoft},
    {"muted on badSoft", &Colors::muted, &Colors::badSoft},
    {"faint on surface", &Colors::faint, &Colors::surface},
    {"faint on raised", &Colors::faint, &Colors::raised},
    {"faint on sunken", &Colors::faint, &Colors::sunken},
    {"accent on surface", &Colors::accent, &Colors::surface},
    {"accent on raised", &Colors::accent, &Colors::raised},
    {"accent on sunken", &Colors::accent, &Colors::sunken},
    {"accent on accentSoft", &Colors::accent, &Colors::accentSoft},
    {"good on surface", &Colors::good, &Colors::surface},
    {"good on raised", &Colors::good, &Colors::raised},
    {"good on sunken", &Colors::good, &Colors::sunken},
    {"good on goodSoft", &Colors::good, &Colors::goodSoft},
    {"warn on surface", &Colors::warn, &Colors::surface},
    {"warn on raised", &Colors::warn, &Colors::raised},
    {"warn on sunken", &Colors::warn, &Colors::sunken},
    {"warn on warnSoft", &Colors::warn, &Colors::warnSoft},
    {"bad on surface", &Colors::bad, &Colors::surface},
    {"bad on raised", &Colors::bad, &Colors::raised},
    {"bad on sunken", &Colors::bad, &Colors::sunken},
    {"bad on badSoft", &Colors::bad, &Colors::badSoft},
    {"onAccent on accent", &Colors::onAccent, &Colors::accent},
    {"onAccent on good", &Colors::onAccent, &Colors::good},
    {"onAccent on bad", &Colors::onAccent, &Colors::bad},
};

void schemes(const std::function<void(const char*, Scheme)>& each)
{
    each("light", Scheme::Light);
    each("dark", Scheme::Dark);
}

} // namespace

Q_DECLARE_METATYPE(const Matrix*)

class TokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void controlsAndChartsStandOut_data();
    void controlsAndChartsStandOut();
    void distanceAgreesWithPublishedPairs();
    void categoriesAreToldApart_data();
    void categoriesAreToldApart();
    void everyColourHasAValueInBothSchemes();
    void noTextIsSmallerThanElevenPixels();
};

void TokensTest::textCanBeRead_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("back");
    schemes([](const char* name, Scheme scheme) {
        const Colors& colors = colorsOf(scheme);
        for (const Pair& pair : textPairs)
            QTest::addRow("%s: %s", name, pair.name) << colors.*pair.front << colors.*pair.back;
    });
}

void TokensTest::textCanBeRead()
{
    QFETCH(QColor, front);
    QFETCH(QColor, back);
    const double found = contrast(front, back);
    QVERIFY2(found >= enoughForText, qPrintable(u"contrast is %1"_s.arg(found)));
}

void TokensTest::controlsAndChartsStandOut_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("back");
    schemes([](const char* name, Scheme scheme) {
        const Colors& colors = colorsOf(scheme);
        QTest::addRow("%s: focus on surface", name) << colors.focus << colors.surface;
        QTest::addRow("%s: focus on sunken", name) << colors.focus << colors.sunken;
        QTest::addRow("%s: edge on raised", name) << colors.edge << colors.raised;
        for (int index = 0; index < 8; ++index)
            QTest::addRow("%s: c%d on raised", name, index + 1)
                << colors.category(index) << colors.raised;
    });
}

void TokensTest::controlsAndChartsStandOut()
{
    QFETCH(QColor, front);
    QFETCH(QColor, back);
    const double found = contrast(front, back);
    QVERIFY2(found >= enoughForShapes, qPrintable(u"contrast is %1"_s.arg(found)));
}

void TokensTest::distanceAgreesWithPublishedPairs()
{
    // Pairs 1, 7 and 25 of the test data of Sharma, Wu, Dalal.
    const auto near = [](double found, double wanted) { return std::abs(found - wanted) < 0.0001; };
    QVERIFY(near(distance({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425));
    QVERIFY(near(distance({50, 0, 0}, {50, -1, 2}), 2.3669));
    QVERIFY(near(distance({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}), 1.2644));
}

void TokensTest::categoriesAreToldApart_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<const Matrix*>("eye");
    schemes([](const char* name, Scheme scheme) {
        QTest::addRow("%s, all cones", name) << int(scheme) << &everyColour;
        QTest::addRow("%s, protanopia", name) << int(scheme) << &withoutRed;
        QTest::addRow("%s, deuteranopia", name) << int(scheme) << &withoutGreen;
    });
}

void TokensTest::categoriesAreToldApart()
{
    QFETCH(int, scheme);
    QFETCH(const Matrix*, eye);
    const Colors& colors = colorsOf(static_cast<Scheme>(scheme));
    for (int one = 0; one < 8; ++one) {
        for (int other = one + 1; other < 8; ++other) {
            const double found =
                distance(labOf(colors.category(one), *eye), labOf(colors.category(other), *eye));
            QVERIFY2(found >= enoughForCategories,
                qPrintable(u"c%1 and c%2: ΔE %3"_s.arg(one + 1).arg(other + 1).arg(found)));
        }
    }
}

void TokensTest::everyColourHasAValueInBothSchemes()
{
    QCOMPARE(colorTokens().size() * sizeof(QColor), sizeof(Colors));
    QSet<QString> names;
    for (const ColorToken& token : colorTokens()) {
        names.insert(QLatin1StringView(token.name));
        QCOMPARE((colorsOf(Scheme::Light).*token.member).rgba(), token.light);
        QCOMPARE((colorsOf(Scheme::Dark).*token.member).rgba(), token.dark);
        QCOMPARE(qAlpha(token.light), 255);
        QCOMPARE(qAlpha(token.dark), 255);
    }
    QCOMPARE(std::size_t(names.size()), colorTokens().size());
}

void TokensTest::noTextIsSmallerThanElevenPixels()
{
    for (const TextSize size : {TextSize::Small, TextSize::Normal, TextSize::Large}) {
        QVERIFY(textPixels(TextRole::Small, size) >= 11);
        QVERIFY(textPixels(TextRole::Body, size) > textPixels(TextRole::Small, size));
        QVERIFY(textPixels(TextRole::Number, size) > textPixels(TextRole::Title, size));
    }
}

HOMEROOM_TEST_MAIN(TokensTest)
#include "tokenstest.moc"
