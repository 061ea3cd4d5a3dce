// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/idlewatch.h"
#include "app/openanswer.h"
#include "app/shell.h"
#include "models/store/drafts.h"
#include "tests/support/activewindow.h"
#include "tests/support/testmain.h"
#include "tests/support/uifixture.h"
#include "ui/customers/newcustomerdialog.h"
#include "ui/import/importdialog.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/fieldstab.h"
#include "ui/panel/followupbox.h"
#include "ui/settings/settingsdialog.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// The window with one family open in its panel.
struct Window {
    Window()
    {
        family = fixture.store.find(fixture.addFamily(u"王芳"_s, u"new"_s))->customer;
        shell = std::make_unique<Shell>(fixture.context(), shortcuts, settings);
        makeActive(shell->window());
        shell->openCustomer(family, {});
        shell->panel().showTab(CustomerPanel::Tab::Fields);
    }
    QLineEdit& line(const QString& key)
    {
        FieldEditor* editor = shell->panel().fieldsTab().customerFields().editor(key);
        return *qobject_cast<QLineEdit*>(editor->input());
    }
    QString draft()
    {
        return followUpDraft(fixture.store.reader(), family).value(u"text"_s).toString();
    }

    UiFixture fixture{UserRole::Tutor};
    QTemporaryDir folder{};
    Settings settings{folder.filePath(u"settings.ini"_s)};
    Shortcuts shortcuts{};
    Id<Customer> family{};
    std::unique_ptr<Shell> shell{};
};

} // namespace

/// The window locks when nobody uses it, and nothing typed goes with it.
class IdleLockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyForTheWholeLimitIsIdle();
    void everyInputBeginsAnew_data();
    void everyInputBeginsAnew();
    void withoutALimitNobodyIsIdle();
    void aClockThatIsSetBackKeepsNothingOpen();
    void fieldsAreSavedAndWhatCannotBeBecomesADraft();
    void theFollowUpsDraftIsKept();
    void aDialogWithTypedWordsIsWaitedFor();
    void theLimitIsASettingOfThePerson();
};

void IdleLockTest::nobodyForTheWholeLimitIsIdle()
{
    ManualClock clock{1'764'000'000'000};
    IdleWatch watch(clock);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.setLimit(15 * minuteMs);
    clock.advance(15 * minuteMs - 1);
    watch.look();
    QCOMPARE(idle.size(), 0);
    clock.advance(1);
    watch.look();
    QCOMPARE(idle.size(), 1);
    watch.look(); // whoever could not lock then is asked again
    QCOMPARE(idle.size(), 2);
}

void IdleLockTest::everyInputBeginsAnew_data()
{
    QTest::addColumn<int>("input");
    QTest::newRow("key") << int(QEvent::KeyPress);
    QTest::newRow("button") << int(QEvent::MouseButtonPress);
    QTest::newRow("move") << int(QEvent::MouseMove);
    QTest::newRow("wheel") << int(QEvent::Wheel);
}

void IdleLockTest::everyInputBeginsAnew()
{
    QFETCH(int, input);
    ManualClock clock{1'764'000'000'000};
    IdleWatch watch(clock);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.setLimit(5 * minuteMs);
    clock.advance(5 * minuteMs - 1);
    QWidget anywhere;
    const QPointF at(1, 1);
    if (input == QEvent::KeyPress) {
        QTest::keyClick(&anywhere, Qt::Key_A);
    } else if (input == QEvent::Wheel) {
        QWheelEvent event(at, at, {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&anywhere, &event);
    } else {
        QMouseEvent event(QEvent::Type(input), at, at, Qt::LeftButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&anywhere, &event);
    }
    clock.advance(5 * minuteMs - 1);
    watch.look();
    QCOMPARE(idle.size(), 0);
    clock.advance(1);
    watch.look();
    QCOMPARE(idle.size(), 1);
}

void IdleLockTest::withoutALimitNobodyIsIdle()
{
    ManualClock clock{1'764'000'000'000};
    IdleWatch watch(clock);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.setLimit(0);
    clock.advance(dayMs);
    watch.look();
    QCOMPARE(idle.size(), 0);
}

void IdleLockTest::aClockThatIsSetBackKeepsNothingOpen()
{
    ManualClock clock{1'764'000'000'000};
    IdleWatch watch(clock);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.setLimit(5 * minuteMs);
    clock.advance(-dayMs);
    watch.look();
    clock.advance(5 * minuteMs);
    watch.look();
    QCOMPARE(idle.size(), 1);
}

void IdleLockTest::fieldsAreSavedAndWhatCannotBeBecomesADraft()
{
    Window window;
    QLineEdit& city = window.line(u"city"_s);
    city.setFocus();
    QTest::keyClicks(&city, u"Wuhan"_s);
    QLineEdit& phone = window.line(u"phone"_s);
    phone.setFocus();
    QTest::keyClicks(&phone, u"138123"_s); // no number yet
    window.shell->panel()
        .followUpBox()
        .findChild<QPlainTextEdit*>(u"whatHappened"_s)
        ->setPlainText(u"called"_s);
    window.shell->putAway();
    window.shell.reset();
    QCOMPARE(window.fixture.store.find(window.family)->city, u"Wuhan"_s);
    QVERIFY(window.fixture.store.find(window.family)->phone.isEmpty());
    QCOMPARE(window.draft(), u"called\nPhone: 138123"_s);
}

void IdleLockTest::theFollowUpsDraftIsKept()
{
    Window window;
    auto* text = window.shell->panel().followUpBox().findChild<QPlainTextEdit*>(u"whatHappened"_s);
    text->setFocus();
    QTest::keyClicks(text, u"half a sentence"_s);
    QVERIFY(!window.shell->holdsWords()); // a draft holds no lock up
    window.shell->putAway();
    QCOMPARE(window.draft(), u"half a sentence"_s);
}

void IdleLockTest::aDialogWithTypedWordsIsWaitedFor()
{
    Window window;
    QVERIFY(!window.shell->holdsWords());
    auto* lead = new NewCustomerDialog(window.fixture.context(), &window.shell->window());
    lead->open();
    QVERIFY(!window.shell->holdsWords());
    lead->findChild<QLineEdit*>(u"name"_s)->setText(u"Li"_s);
    QVERIFY(window.shell->holdsWords());
    lead->close();
    QVERIFY(!window.shell->holdsWords());
    auto* import = new ImportDialog(window.fixture.context(), &window.shell->window());
    import->open();
    QVERIFY(window.shell->holdsWords());
}

void IdleLockTest::theLimitIsASettingOfThePerson()
{
    Window window;
    QCOMPARE(window.settings.lockAfter(), 15);
    Language language;
    SettingsDialog dialog(
        window.fixture.theme, language, window.shortcuts, window.folder.path(), nullptr);
    dialog.setLockAfter(window.settings.lockAfter());
    QSignalSpy changed(&dialog, &SettingsDialog::changed);
    auto* box = dialog.findChild<QComboBox*>(u"lockAfter"_s);
    QVERIFY2(box->currentText().contains(u"15"_s), qPrintable(box->currentText()));
    QVERIFY(!box->accessibleName().isEmpty());
    makeActive(dialog);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    Q_EMIT box->activated(box->currentIndex());
    QCOMPARE(dialog.lockAfter(), 0);
    QVERIFY(!changed.isEmpty());
    window.settings.setLockAfter(dialog.lockAfter());
    const Settings later(window.folder.filePath(u"settings.ini"_s));
    QCOMPARE(later.lockAfter(), 0);
}

HOMEROOM_TEST_MAIN(IdleLockTest)
#include "idlelocktest.moc"
