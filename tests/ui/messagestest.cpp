// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/connectionfault.h"
#include "tests/support/activewindow.h"
#include "tests/support/scriptedquestions.h"
#include "tests/support/testmain.h"
#include "ui/editing/sentences.h"
#include "ui/start/firstsyncdialog.h"
#include "ui/start/signindialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formdialog.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/windowquestions.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// What speaks to a person: reports, forms and questions.
class MessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void toastRunsItsActionOnce();
    void toastIsReplacedByTheNext();
    void toastIsReachedByKeyboardAndGivesTheFocusBack();
    void toastLeavesByItself();
    void toastStaysWhileItHasTheFocus();
    void formIsNotAcceptedWhileInvalid();
    void formErrorGoesAwayWhileCorrecting();
    void formIsAcceptedByControlEnter();
    void losingQuestionStartsOnTheHarmlessAnswer();
    void windowQuestionAnswersLater();
    void scriptedQuestionsAnswerAtOnce();
    void whoCannotSignInIsNotToldOfKeptWork_data();
    void whoCannotSignInIsNotToldOfKeptWork();

private:
    Theme m_theme{*qApp, [] { return Scheme::Light; }};
};

void MessagesTest::toastRunsItsActionOnce()
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

void MessagesTest::toastIsReplacedByTheNext()
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

void MessagesTest::toastIsReachedByKeyboardAndGivesTheFocusBack()
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

void MessagesTest::toastLeavesByItself()
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

void MessagesTest::toastStaysWhileItHasTheFocus()
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

void MessagesTest::formIsNotAcceptedWhileInvalid()
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

void MessagesTest::formErrorGoesAwayWhileCorrecting()
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

void MessagesTest::formIsAcceptedByControlEnter()
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

void MessagesTest::losingQuestionStartsOnTheHarmlessAnswer()
{
    ConfirmDialog dialog(m_theme,
        {u"Delete the tag?"_s, u"128 families."_s, u"Delete"_s, u"Keep"_s, Weight::Losing});
    const QSignalSpy rejected(&dialog, &QDialog::rejected);
    makeActive(dialog);
    QVERIFY(dialog.noButton().hasFocus());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(rejected.count(), 1);
}

void MessagesTest::windowQuestionAnswersLater()
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

void MessagesTest::scriptedQuestionsAnswerAtOnce()
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

void MessagesTest::whoCannotSignInIsNotToldOfKeptWork_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("words");
    const QString offline = u"The server cannot be reached. Try again when you are online."_s;
    QTest::newRow("no server") << Error{ErrorCode::Unavailable, {}} << offline;
    QTest::newRow("no answer") << Error{ErrorCode::Timeout, {}} << offline;
    QTest::newRow("stranger") << unsafeConnection(ConnectionFault::Untrusted, {})
                              << sentenceFor(unsafeConnection(ConnectionFault::Untrusted, {}));
}

void MessagesTest::whoCannotSignInIsNotToldOfKeptWork()
{
    QFETCH(Error, error);
    QFETCH(QString, words);
    const auto says = [&](const QWidget& dialog) {
        const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* one) { return one->text() == words; });
    };
    SignInDialog signIn(m_theme, KeyKeeping::Keychain);
    signIn.showError(error);
    QVERIFY(says(signIn));
    FirstSyncDialog firstSync(m_theme);
    firstSync.showError(error);
    QVERIFY(says(firstSync));
}

HOMEROOM_TEST_MAIN(MessagesTest)
#include "messagestest.moc"
