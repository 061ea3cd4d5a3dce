// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/activewindow.h"
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/learningstrip.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tierbadge.h"
#include "ui/widgets/toolbarrow.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class WidgetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chipIsSwitchedBySpaceAndEnter();
    void chipSaysItsCount();
    void arrowsWalkTheChips();
    void chipsKeepTheirStateWhenTheListChanges();
    void clearingSwitchesAllChipsOff();
    void chipsGoOnInTheNextLine();
    void tabsAreKnownById();
    void settingTabsChoosesNothing();
    void toolbarRowReportsWhatWasPressed();
    void longTextEndsInAnEllipsisAndIsWholeInTheToolTip();
    void progressTellsCountAndRate();
    void lessonsDifferByShapeAlone();
    void tiersDifferByShapeAlone();
    void learningIsASentence();

private:
    Theme m_theme{*qApp, [] { return Scheme::Light; }};
};

namespace {

/// The picture without its colours, as shapes: which pixels are painted and how dark.
QImage shapes(QWidget& widget)
{
    QImage image(widget.size() * 2, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    image.fill(Qt::transparent);
    widget.render(&image, {}, {}, QWidget::RenderFlags());
    return image.convertToFormat(QImage::Format_Alpha8);
}

} // namespace

void WidgetsTest::chipIsSwitchedBySpaceAndEnter()
{
    Chip chip(m_theme, u"Overdue"_s);
    const QSignalSpy clicked(&chip, &Chip::clicked);
    QTest::keyClick(&chip, Qt::Key_Space);
    QVERIFY(chip.isChecked());
    QTest::keyClick(&chip, Qt::Key_Return);
    QVERIFY(!chip.isChecked());
    QTest::mouseClick(&chip, Qt::LeftButton);
    QVERIFY(chip.isChecked());
    QCOMPARE(clicked.count(), 3);
}

void WidgetsTest::chipSaysItsCount()
{
    Chip chip(m_theme, u"Overdue"_s);
    QCOMPARE(chip.accessibleName(), u"Overdue"_s);
    const int narrow = chip.sizeHint().width();
    chip.setCount(6);
    QCOMPARE(chip.accessibleName(), u"Overdue, 6"_s);
    QVERIFY(chip.sizeHint().width() > narrow);
}

void WidgetsTest::arrowsWalkTheChips()
{
    ChipBar bar(m_theme);
    bar.setChips({{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}, {u"c"_s, u"C"_s}});
    makeActive(bar);
    bar.chip(u"a"_s)->setFocus();
    QTest::keyClick(bar.chip(u"a"_s), Qt::Key_Right);
    QVERIFY(bar.chip(u"b"_s)->hasFocus());
    QTest::keyClick(bar.chip(u"b"_s), Qt::Key_End);
    QVERIFY(bar.chip(u"c"_s)->hasFocus());
    QTest::keyClick(bar.chip(u"c"_s), Qt::Key_Right);
    QVERIFY(bar.chip(u"c"_s)->hasFocus());
    QTest::keyClick(bar.chip(u"c"_s), Qt::Key_Home);
    QVERIFY(bar.chip(u"a"_s)->hasFocus());
}

void WidgetsTest::chipsKeepTheirStateWhenTheListChanges()
{
    ChipBar bar(m_theme);
    bar.setChips({{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}});
    bar.setChecked(u"b"_s, true);
    bar.setCount(u"b"_s, 18);
    bar.setChips({{u"b"_s, u"Beta"_s}, {u"c"_s, u"C"_s}});
    QCOMPARE(bar.checkedIds(), QStringList{u"b"_s});
    QCOMPARE(bar.chip(u"b"_s)->count(), std::optional(18));
    QCOMPARE(bar.chip(u"b"_s)->label(), u"Beta"_s);
    QCOMPARE(bar.chip(u"a"_s), nullptr);
}

void WidgetsTest::clearingSwitchesAllChipsOff()
{
    ChipBar bar(m_theme);
    bar.setChips({{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}});
    const QSignalSpy changed(&bar, &ChipBar::filtersChanged);
    QTest::keyClick(bar.chip(u"b"_s), Qt::Key_Space);
    QCOMPARE(changed.last().first().toStringList(), QStringList{u"b"_s});
    bar.clearAll();
    QVERIFY(bar.checkedIds().isEmpty());
    QCOMPARE(changed.last().first().toStringList(), QStringList());
}

void WidgetsTest::chipsGoOnInTheNextLine()
{
    QWidget box;
    auto* flow = new FlowLayout(&box);
    for (int index = 0; index < 3; ++index) {
        auto* item = new QWidget;
        item->setFixedSize(100, 24);
        flow->addWidget(item);
    }
    QCOMPARE(flow->heightForWidth(400), 24);
    QCOMPARE(flow->heightForWidth(210), 24 + sizes::gap + 24);
    QCOMPARE(flow->heightForWidth(50), 3 * 24 + 2 * sizes::gap);
}

void WidgetsTest::tabsAreKnownById()
{
    TabStrip tabs;
    tabs.setTabs({{u"x"_s, u"Trial & more"_s}, {u"y"_s, u"Renewal"_s}});
    const QSignalSpy chosen(&tabs, &TabStrip::viewChosen);
    makeActive(tabs);
    tabs.setFocus();
    QTest::keyClick(&tabs, Qt::Key_Right);
    QCOMPARE(tabs.currentId(), u"y"_s);
    QCOMPARE(chosen.last().first().toString(), u"y"_s);
    QCOMPARE(tabs.accessibleTabName(0), u"Trial & more"_s);
}

void WidgetsTest::settingTabsChoosesNothing()
{
    TabStrip tabs;
    tabs.setTabs({{u"x"_s, u"Trial"_s}, {u"y"_s, u"Renewal"_s}});
    tabs.setCurrentId(u"y"_s);
    const QSignalSpy chosen(&tabs, &TabStrip::viewChosen);
    tabs.setTabs({{u"z"_s, u"New"_s}, {u"x"_s, u"Trial"_s}, {u"y"_s, u"Renewal"_s}});
    QCOMPARE(tabs.currentId(), u"y"_s);
    QCOMPARE(chosen.count(), 0);
}

void WidgetsTest::toolbarRowReportsWhatWasPressed()
{
    ToolbarRow row(m_theme);
    row.setViews({{u"x"_s, u"Trial"_s}});
    row.setPrimaryAction(u"New lead"_s, u"N"_s);
    QCOMPARE(row.primaryButton().accessibleName(), u"New lead"_s);
    const QSignalSpy primary(&row, &ToolbarRow::primaryRequested);
    QTest::mouseClick(&row.primaryButton(), Qt::LeftButton);
    QCOMPARE(primary.count(), 1);
    row.setPrimaryAction({});
    QVERIFY(row.primaryButton().isHidden());
}

void WidgetsTest::longTextEndsInAnEllipsisAndIsWholeInTheToolTip()
{
    ElidedLabel label(m_theme);
    label.setText(u"Absent for two days, make-up lesson proposed"_s);
    label.show();
    label.resize(80, 20);
    QVERIFY(label.isElided());
    QCOMPARE(label.toolTip(), label.text());
    label.resize(800, 20);
    QCOMPARE(label.toolTip(), QString());
}

void WidgetsTest::progressTellsCountAndRate()
{
    ProgressRow row(m_theme);
    row.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    auto* bar = row.findChild<QProgressBar*>();
    row.setProgress(2841, 6468, 1830.4);
    QCOMPARE(row.countText(), u"2,841 of 6,468 · 1,830/s"_s);
    QCOMPARE(bar->value() * 100 / bar->maximum(), 43);
    row.setProgress(12000, {}, {});
    QCOMPARE(row.countText(), u"12,000"_s);
    QCOMPARE(bar->maximum(), 0);
    row.setProgress(5'000'000'000, 5'000'000'000, {});
    QCOMPARE(bar->value(), bar->maximum());
    const QSignalSpy cancelled(&row, &ProgressRow::cancelRequested);
    row.findChild<QPushButton*>()->click();
    QCOMPARE(cancelled.count(), 1);
}

void WidgetsTest::lessonsDifferByShapeAlone()
{
    QList<QImage> seen;
    for (const LessonMark mark :
        {LessonMark::Finished, LessonMark::Attended, LessonMark::Missed, LessonMark::NotYet}) {
        LearningStrip strip(m_theme);
        strip.setMarks({mark});
        strip.resize(strip.sizeHint());
        const QImage shape = shapes(strip);
        QVERIFY(!seen.contains(shape));
        seen.append(shape);
    }
}

void WidgetsTest::tiersDifferByShapeAlone()
{
    QList<QImage> seen;
    for (const Tier tier : {Tier::A, Tier::B, Tier::C, Tier::D, Tier::None}) {
        TierBadge badge(m_theme);
        badge.setTier(tier);
        badge.resize(badge.sizeHint());
        const QImage shape = shapes(badge);
        QVERIFY(!seen.contains(shape));
        seen.append(shape);
    }
}

void WidgetsTest::learningIsASentence()
{
    QCOMPARE(learningSentence({LessonMark::Finished, LessonMark::NotYet, LessonMark::Finished,
                 LessonMark::Missed}),
        u"2 finished · 1 missed · 1 not yet"_s);
    QCOMPARE(learningSentence({}), u"No lesson unlocked"_s);
}

HOMEROOM_TEST_MAIN(WidgetsTest)
#include "widgetstest.moc"
