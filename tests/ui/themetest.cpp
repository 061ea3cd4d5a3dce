// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "tests/support/pictures.h"
#include "tests/support/testmain.h"
#include "ui/theme/style.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/textlabel.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

/// Colours of all pixels that are fully opaque.
QSet<QRgb> opaqueColours(const QImage& image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255)
                colours.insert(image.pixel(x, y));
        }
    }
    return colours;
}

int inkOf(const QImage& image)
{
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
    }
    return ink;
}

} // namespace

Q_DECLARE_METATYPE(std::function<QWidget*()>)

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheDesktopOnlyInSystemMode();
    void switchingRepaintsWhatIsShown();
    void textSizeReachesLabelsAndControls();
    void figuresAreAllAsWide();
    void everyIconLoadsAndTakesItsColour_data();
    void everyIconLoadsAndTakesItsColour();
    void iconsUseThePixelsOfDenserScreens();
    void iconsFollowTheThemeByThemselves();
    void focusIsVisible_data();
    void focusIsVisible();
    void disabledButtonsLookDisabled();
};

void ThemeTest::followsTheDesktopOnlyInSystemMode()
{
    Scheme desktop = Scheme::Dark;
    Theme theme(*qApp, [&desktop] { return desktop; });
    QCOMPARE(theme.scheme(), Scheme::Dark);
    const QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(ThemeMode::Light);
    QCOMPARE(theme.scheme(), Scheme::Light);
    QEvent event(QEvent::ThemeChange);
    QCoreApplication::sendEvent(qApp, &event);
    QCOMPARE(changed.count(), 1);
    theme.setMode(ThemeMode::System);
    desktop = Scheme::Light;
    QCoreApplication::sendEvent(qApp, &event);
    QCOMPARE(theme.scheme(), Scheme::Light);
    QCOMPARE(changed.count(), 3);
}

void ThemeTest::switchingRepaintsWhatIsShown()
{
    Theme theme(*qApp, [] { return Scheme::Light; });
    QLineEdit edit;
    edit.resize(200, 32);
    edit.show();
    const QRgb light = test::pictureOf(edit).pixel(100, 16);
    QCOMPARE(QColor(light), colorsOf(Scheme::Light).raised);
    theme.setMode(ThemeMode::Dark);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(QColor(test::pictureOf(edit).pixel(100, 16)), colorsOf(Scheme::Dark).raised);
    QCOMPARE(edit.palette().color(QPalette::Text), colorsOf(Scheme::Dark).text);
}

void ThemeTest::textSizeReachesLabelsAndControls()
{
    Theme theme(*qApp, [] { return Scheme::Light; });
    QCheckBox box(u"Attended"_s);
    box.show();
    const TextLabel small(theme, TextRole::Small);
    QCOMPARE(box.font().pixelSize(), 13);
    theme.setTextSize(TextSize::Large);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(box.font().pixelSize(), textPixels(TextRole::Body, TextSize::Large));
    QCOMPARE(small.font().pixelSize(), textPixels(TextRole::Small, TextSize::Large));
    QVERIFY(theme.lineHeight(TextRole::Body) % sizes::grid == 0);
}

void ThemeTest::figuresAreAllAsWide()
{
    const Theme theme(*qApp, [] { return Scheme::Light; });
    for (const TextRole role : {TextRole::Body, TextRole::Number}) {
        const QFontMetricsF metrics(theme.font(role));
        for (char16_t digit = u'0'; digit <= u'9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
    }
}

void ThemeTest::everyIconLoadsAndTakesItsColour_data()
{
    QTest::addColumn<int>("icon");
    for (const Icon icon : allIcons())
        QTest::addRow("%s", qPrintable(QFileInfo(iconFile(icon)).baseName())) << int(icon);
}

void ThemeTest::everyIconLoadsAndTakesItsColour()
{
    QFETCH(int, icon);
    const auto drawn = [icon](const QColor& color, qreal ratio) {
        return iconPixmap(static_cast<Icon>(icon), color, 16, ratio).toImage();
    };
    for (const qreal ratio : {1.0, 1.5, 2.0}) {
        const QImage red = drawn(Qt::red, ratio);
        QCOMPARE(red.size(), QSize(16, 16) * ratio);
        QVERIFY(inkOf(red) > red.width() / 2);
        QVERIFY(inkOf(red) < red.width() * red.height() * 3 / 4);
    }
    QCOMPARE(opaqueColours(drawn(Qt::red, 2.0)), QSet<QRgb>{qRgb(255, 0, 0)});
    QCOMPARE(opaqueColours(drawn(Qt::blue, 2.0)), QSet<QRgb>{qRgb(0, 0, 255)});
}

void ThemeTest::iconsUseThePixelsOfDenserScreens()
{
    const Theme theme(*qApp, [] { return Scheme::Light; });
    IconLabel label(theme, Icon::Search, 16);
    label.resize(16, 16);
    const QImage dense = test::pictureOf(label, 2.0);
    const QImage plain = test::pictureOf(label, 1.0).scaled(32, 32);
    QCOMPARE(dense.size(), QSize(32, 32));
    QVERIFY(dense != plain);
    const QPixmap fromIcon = theme.icon(Icon::Search).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(fromIcon.size(), QSize(32, 32));
    QCOMPARE(fromIcon.devicePixelRatio(), 2.0);
}

void ThemeTest::iconsFollowTheThemeByThemselves()
{
    Theme theme(*qApp, [] { return Scheme::Light; });
    const QIcon icon = theme.icon(Icon::Plus, &Colors::accent);
    const auto colour = [&icon] { return opaqueColours(icon.pixmap(16).toImage()); };
    QCOMPARE(colour(), QSet<QRgb>{colorsOf(Scheme::Light).accent.rgb()});
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(colour(), QSet<QRgb>{colorsOf(Scheme::Dark).accent.rgb()});
}

void ThemeTest::focusIsVisible_data()
{
    QTest::addColumn<std::function<QWidget*()>>("make");
    const auto row = [](const char* name, const std::function<QWidget*()>& make) {
        QTest::newRow(name) << make;
    };
    row("push button", [] { return new QPushButton(u"Save"_s); });
    row("primary button", [] {
        auto* button = new QPushButton(u"Save"_s);
        setButtonKind(*button, ButtonKind::Primary);
        return button;
    });
    row("check box", [] { return new QCheckBox(u"Attended"_s); });
    row("line edit", [] { return new QLineEdit(u"Chen Jing"_s); });
    row("combo box", [] { return new QComboBox; });
    row("spin box", [] { return new QSpinBox; });
    row("text edit", [] { return new QPlainTextEdit; });
    row("tab bar", [] {
        auto* tabs = new QTabBar;
        tabs->addTab(u"Timeline"_s);
        return tabs;
    });
}

void ThemeTest::focusIsVisible()
{
    QFETCH(std::function<QWidget*()>, make);
    const Theme theme(*qApp, [] { return Scheme::Light; });
    QWidget window;
    auto* row = new QHBoxLayout(&window);
    auto* other = new QPushButton(u"Other"_s);
    QWidget* widget = make();
    row->addWidget(other);
    row->addWidget(widget);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    // Tab, as a person would: some controls show focus only to those who use the keyboard.
    other->setFocus(Qt::TabFocusReason);
    const auto blue = [widget] {
        const QImage image = test::pictureOf(*widget);
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == colorsOf(Scheme::Light).focus.rgb() ? 1 : 0;
        }
        return count;
    };
    const int before = blue();
    const bool primary = buttonKind(widget) == ButtonKind::Primary;
    const QImage without = test::pictureOf(*widget);
    QTest::keyClick(other, Qt::Key_Tab);
    QVERIFY(widget->hasFocus());
    if (primary)
        QVERIFY(test::pictureOf(*widget) != without);
    else
        QVERIFY2(blue() > before + 20, qPrintable(QString::number(blue() - before)));
}

void ThemeTest::disabledButtonsLookDisabled()
{
    const Theme theme(*qApp, [] { return Scheme::Light; });
    QPushButton button(u"Save"_s);
    setButtonKind(button, ButtonKind::Primary);
    button.resize(button.sizeHint());
    const QPoint inside(button.width() / 2, 4);
    QCOMPARE(QColor(test::pictureOf(button).pixel(inside)), theme.colors().accent);
    button.setEnabled(false);
    QCOMPARE(QColor(test::pictureOf(button).pixel(inside)), theme.colors().line);
}

HOMEROOM_TEST_MAIN(ThemeTest)
#include "themetest.moc"
