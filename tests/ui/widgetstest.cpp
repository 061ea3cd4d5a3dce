// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedquestions.h"
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/formdialog.h"
#include "ui/widgets/learningstrip.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tierbadge.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/toolbarrow.h"
#include "ui/widgets/windowquestions.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
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
    void toastRunsItsActionOnce();
    void toastIsReplacedByTheNext();
    void toastIsReachedByKeyboardAndGivesTheFocusBack();
    void toastLeavesByItself();
    void toastStaysWhileItHasTheFocus();
    void progressTellsCountAndRate();
    void formIsNotAcceptedWhileInvalid();
    void formErrorGoesAwayWhileCorrecting();
    void formIsAcceptedByControlEnter();
    void losingQuestionStartsOnTheHarmlessAnswer();
    void windowQuestionAnswersLater();
    void scriptedQuestionsAnswerAtOnce();
    void lessonsDifferByShapeAlone();
    void tiersDifferByShapeAlone();
    void learningIsASentence();

private:
    static void makeActive(QWidget& window);

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

void WidgetsTest::makeActive(QWidget& window)
{
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

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

void WidgetsTest::toastRunsItsActionOnce()
{
    QWidget window;
    window.resize(600, 400);
    Toast toast(m_theme, &window);
    int undone = 0;
    window.show();
    toast.present({u"Moved to High intention"_s, u"Undo"_s, u"Ctrl+Z"_s, [&] { ++undone; }});
    QVERIFY(toast.isVisible());
    QCOMPARE(toast.accessibleName(), u"Moved to High intention"_s);
    QTest::mouseClick(&toast.actionButton(), Qt::LeftButton);
    QCOMPARE(undone, 1);
    QVERIFY(toast.isHidden());
    toast.actionButton().click();
    QCOMPARE(undone, 1);
}

void WidgetsTest::toastIsReplacedByTheNext()
{
    QWidget window;
    Toast toast(m_theme, &window);
    window.show();
    int first = 0;
    int second = 0;
    toast.present({u"One"_s, u"Undo"_s, {}, [&] { ++first; }});
    toast.present({u"Two"_s, u"Undo"_s, {}, [&] { ++second; }});
    QCOMPARE(toast.text(), u"Two"_s);
    toast.actionButton().click();
    QCOMPARE(first, 0);
    QCOMPARE(second, 1);
}

void WidgetsTest::toastIsReachedByKeyboardAndGivesTheFocusBack()
{
    QWidget window;
    auto* edit = new QLineEdit(&window);
    Toast toast(m_theme, &window);
    makeActive(window);
    edit->setFocus();
    int undone = 0;
    toast.present({u"Moved"_s, u"Undo"_s, {}, [&] { ++undone; }});
    QVERIFY2(edit->hasFocus(), "a message must not take the focus by itself");
    toast.takeFocus();
    QVERIFY(toast.actionButton().hasFocus());
    QTest::keyClick(&toast.actionButton(), Qt::Key_Escape);
    QVERIFY(toast.isHidden());
    QVERIFY(edit->hasFocus());
    QCOMPARE(undone, 0);
    toast.present({u"Moved"_s, u"Undo"_s, {}, [&] { ++undone; }});
    toast.takeFocus();
    QTest::keyClick(&toast.actionButton(), Qt::Key_Space);
    QCOMPARE(undone, 1);
    QVERIFY(edit->hasFocus());
}

void WidgetsTest::toastLeavesByItself()
{
    QWidget window;
    window.resize(600, 400);
    Toast toast(m_theme, &window);
    window.show();
    QSignalSpy closed(&toast, &Toast::closed);
    toast.setDuration(0);
    toast.present({u"Copied"_s, {}, {}, {}});
    QVERIFY(closed.wait());
    QVERIFY(toast.isHidden());
}

void WidgetsTest::toastStaysWhileItHasTheFocus()
{
    QWidget window;
    Toast toast(m_theme, &window);
    makeActive(window);
    toast.present({u"Moved"_s, u"Undo"_s, {}, {}});
    QVERIFY(toast.isWaiting());
    toast.takeFocus();
    QCoreApplication::sendPostedEvents();
    QVERIFY(!toast.isWaiting());
    window.setFocus();
    toast.actionButton().clearFocus();
    QCoreApplication::sendPostedEvents();
    QVERIFY(toast.isWaiting());
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

void WidgetsTest::formIsNotAcceptedWhileInvalid()
{
    FormDialog form(m_theme);
    auto* name = new QLineEdit;
    auto* team = new QLineEdit;
    form.addRow(u"Name"_s, name);
    form.addRow(u"Team"_s, team,
        [team] { return team->text().isEmpty() ? u"Choose a team."_s : QString(); });
    const QSignalSpy accepted(&form, &QDialog::accepted);
    makeActive(form);
    QVERIFY(name->hasFocus());
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(accepted.count(), 0);
    QCOMPARE(form.rowError(team), u"Choose a team."_s);
    QCOMPARE(team->accessibleDescription(), u"Choose a team."_s);
    QVERIFY(team->hasFocus());
    QTest::keyClicks(team, u"North"_s);
    QTest::keyClick(team, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
}

void WidgetsTest::formErrorGoesAwayWhileCorrecting()
{
    FormDialog form(m_theme);
    auto* name = new QLineEdit;
    form.addRow(
        u"Name"_s, name, [name] { return name->text().size() < 2 ? u"Too short."_s : QString(); });
    makeActive(form);
    QTest::keyClicks(name, u"a"_s);
    QCOMPARE(form.rowError(name), QString());
    form.accept();
    QCOMPARE(form.rowError(name), u"Too short."_s);
    QTest::keyClicks(name, u"b"_s);
    QCOMPARE(form.rowError(name), QString());
}

void WidgetsTest::formIsAcceptedByControlEnter()
{
    FormDialog form(m_theme);
    auto* note = new QPlainTextEdit;
    form.addRow(u"Note"_s, note);
    form.setKeepsOpen(true);
    const QSignalSpy submitted(&form, &FormDialog::submitted);
    makeActive(form);
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(submitted.count(), 1);
    QVERIFY(form.isVisible());
    form.setBusy(true);
    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(submitted.count(), 1);
}

void WidgetsTest::losingQuestionStartsOnTheHarmlessAnswer()
{
    ConfirmDialog dialog(m_theme,
        {u"Delete the tag?"_s, u"128 families."_s, u"Delete"_s, u"Keep"_s, Weight::Losing});
    const QSignalSpy rejected(&dialog, &QDialog::rejected);
    makeActive(dialog);
    QVERIFY(dialog.noButton().hasFocus());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(rejected.count(), 1);
}

void WidgetsTest::windowQuestionAnswersLater()
{
    QWidget window;
    window.show();
    WindowQuestions questions(m_theme);
    QList<bool> answers;
    questions.ask(&window,
        {u"Sign out?"_s, u"3 changes wait."_s, u"Sign out"_s, {}, Weight::Normal},
        [&](bool accepted) { answers.append(accepted); });
    QVERIFY(answers.isEmpty());
    auto* dialog = window.findChild<ConfirmDialog*>();
    QVERIFY(dialog);
    dialog->yesButton().click();
    QCOMPARE(answers, QList<bool>{true});
}

void WidgetsTest::scriptedQuestionsAnswerAtOnce()
{
    test::ScriptedQuestions script;
    script.willAnswer(true);
    script.willChoose(u"leads.csv"_s);
    QList<bool> answers;
    QString path;
    Questions& questions = script;
    const auto note = [&](bool accepted) { answers.append(accepted); };
    questions.ask(nullptr, {u"One"_s, {}, u"Do"_s, {}, Weight::Normal}, note);
    questions.ask(nullptr, {u"Two"_s, {}, u"Do"_s, {}, Weight::Normal}, note);
    questions.askFileToOpen(nullptr, {u"Import"_s, {}, {}}, [&](const QString& p) { path = p; });
    QCOMPARE(answers, (QList<bool>{true, false}));
    QCOMPARE(path, u"leads.csv"_s);
    QCOMPARE(script.asked.size(), 2);
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
