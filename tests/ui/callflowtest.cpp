// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/callflow.h"
#include "models/store/records.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/panel/callbar.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/followupbox.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int familyCount = 4;

/// The panel with four families to call.
class Office {
public:
    Office()
    {
        for (int i = 0; i < familyCount; ++i)
            families.push_back(world.families.add(u"家长%1"_s.arg(i), {},
                [&](Customer& customer) { customer.phone = u"+861990000204%1"_s.arg(i); }));
        panel.resize(420, 900);
        panel.show();
        QApplication::setActiveWindow(&panel);
        panel.open(families[0], families);
        panel.setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    std::vector<FollowUp> calls(size_t family)
    {
        return familyRecords<FollowUp>(world.store.reader(), families[family]);
    }
    QString field(const char* name)
    {
        return panel.findChild<QLineEdit*>(QLatin1StringView(name))->text();
    }

    PageWorld world{};
    std::vector<RecordId> families{};
    CustomerPanel panel{world.context, world.shortcuts};
};

/// Takes the place of the telephone program.
class Telephone : public QObject {
    Q_OBJECT

public:
    Telephone() { QDesktopServices::setUrlHandler(u"tel"_s, this, "dial"); }
    ~Telephone() override { QDesktopServices::unsetUrlHandler(u"tel"_s); }
    QList<QUrl> dialled{};

public Q_SLOTS:
    void dial(const QUrl& url) { dialled.append(url); }
};

} // namespace

class CallFlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aListIsCalledWithoutTheMouse();
    void aTalkWaitsForAWord();
    void theLengthIsThatOfTheCall();
    void thirdCallInVainProposesAMessage();
    void aPlanOfOnesOwnIsKept();
    void skippingWritesNothing();
    void theNumberIsDialled();
    void whoWantsPeaceIsMarked();
    void withoutCallsTheDigitsChooseOnly();
};

void CallFlowTest::aListIsCalledWithoutTheMouse()
{
    Office office;
    QSignalSpy told(&office.panel, &CustomerPanel::told);
    office.press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(office.panel.callBar().isVisible());
    QCOMPARE(office.panel.callBar().placeText(), u"Call 1 of 4"_s);
    for (int i = 0; i < familyCount; ++i) {
        QCOMPARE(office.panel.customer(), office.families[size_t(i)]);
        office.press(Qt::Key_2);
        QTRY_COMPARE(office.calls(size_t(i)).size(), size_t(1));
    }
    QVERIFY(!office.panel.callBar().isVisible());
    QCOMPARE(told.last().front().toString(), u"4 call(s), 0 talks, 0 minutes"_s);
    const FollowUp call = office.calls(3).front();
    QCOMPARE(call.kind, FollowUpKind::Call);
    QCOMPARE(call.result, FollowUpResult::NoAnswer);
    QCOMPARE(call.nextStep, u"Call again"_s);
    QVERIFY(call.nextAt && *call.nextAt > office.world.store.clock().now());
    // Each is an undo step of its own.
    office.world.desk.undo();
    QTRY_VERIFY(office.calls(3).empty());
    QCOMPARE(office.calls(2).size(), size_t(1));
}

void CallFlowTest::aTalkWaitsForAWord()
{
    Office office;
    office.press(Qt::Key_D, Qt::ControlModifier);
    office.press(Qt::Key_1);
    QVERIFY(office.calls(0).empty());
    auto* text = office.panel.findChild<QPlainTextEdit*>(u"whatHappened"_s);
    QVERIFY(text->hasFocus());
    QCOMPARE(office.field("nextStep"), u"Add as friend"_s);
    QTest::keyClicks(text, u"wants the evening group"_s);
    office.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(office.calls(0).size(), size_t(1));
    QCOMPARE(office.calls(0).front().text, u"wants the evening group"_s);
    QCOMPARE(office.calls(0).front().result, FollowUpResult::Connected);
    QCOMPARE(office.panel.customer(), office.families[1]);
    QVERIFY(office.panel.hasFocus());
    // Esc goes from the words to the keys, then the calls end, and the family stays.
    office.press(Qt::Key_1);
    QVERIFY(text->hasFocus());
    office.press(Qt::Key_Escape);
    QVERIFY(office.panel.hasFocus() && office.panel.calls().isActive());
    office.press(Qt::Key_Escape);
    QVERIFY(!office.panel.calls().isActive());
    QCOMPARE(office.panel.customer(), office.families[1]);
}

void CallFlowTest::theLengthIsThatOfTheCall()
{
    Office office;
    office.press(Qt::Key_D, Qt::ControlModifier);
    office.press(Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"19900002040"_s);
    office.world.store.clock().advance(65 * secondMs);
    office.press(Qt::Key_2);
    QTRY_COMPARE(office.calls(0).size(), size_t(1));
    QCOMPARE(office.calls(0).front().duration, std::optional<qint64>(65));
    // The next one was not begun: nothing is known of its length.
    QCOMPARE(office.panel.callBar().clockText(), u"00:00"_s);
    office.press(Qt::Key_2);
    QTRY_COMPARE(office.calls(1).size(), size_t(1));
    QVERIFY(!office.calls(1).front().duration);
}

void CallFlowTest::thirdCallInVainProposesAMessage()
{
    Office office;
    for (int i = 0; i < 2; ++i) {
        FollowUp call;
        call.customer = Id<Customer>(office.families[0]);
        call.kind = FollowUpKind::Call;
        call.result = FollowUpResult::NoAnswer;
        call.happenedAt = office.world.store.clock().now() - (2 - i) * hourMs;
        office.world.families.put(call);
    }
    office.press(Qt::Key_D, Qt::ControlModifier);
    office.press(Qt::Key_2);
    QTRY_COMPARE(office.calls(0).size(), size_t(3));
    const auto customer = office.world.store.find(Id<Customer>(office.families[0]));
    QCOMPARE(customer->nextStep, u"Write a message instead of calling"_s);
}

void CallFlowTest::aPlanOfOnesOwnIsKept()
{
    Office office;
    office.press(Qt::Key_D, Qt::ControlModifier);
    office.panel.findChild<QLineEdit*>(u"nextStep"_s)->setText(u"send the sheet"_s);
    office.press(Qt::Key_2);
    QTRY_COMPARE(office.calls(0).size(), size_t(1));
    QCOMPARE(office.calls(0).front().nextStep, u"send the sheet"_s);
    QVERIFY(!office.calls(0).front().nextAt);
    // Another result of the same call proposes something else.
    office.press(Qt::Key_5);
    QCOMPARE(office.field("nextStep"), u"Ask once more"_s);
    office.press(Qt::Key_Escape);
    office.press(Qt::Key_1);
    QCOMPARE(office.field("nextStep"), u"Add as friend"_s);
}

void CallFlowTest::skippingWritesNothing()
{
    Office office;
    office.press(Qt::Key_D, Qt::ControlModifier);
    office.press(Qt::Key_J);
    office.press(Qt::Key_J);
    office.press(Qt::Key_K);
    QCOMPARE(office.panel.customer(), office.families[1]);
    QCOMPARE(office.panel.callBar().placeText(), u"Call 2 of 4"_s);
    for (size_t i = 0; i < familyCount; ++i)
        QVERIFY(office.calls(i).empty());
    QVERIFY(office.panel.calls().isActive());
}

void CallFlowTest::theNumberIsDialled()
{
    Telephone telephone;
    Office office;
    office.press(Qt::Key_D);
    QVERIFY(telephone.dialled.isEmpty()); // only while calls go on
    office.press(Qt::Key_D, Qt::ControlModifier);
    office.press(Qt::Key_D);
    QCOMPARE(telephone.dialled, QList<QUrl>{QUrl(u"tel:+8619900002040"_s)});
    office.world.store.clock().advance(3 * secondMs);
    office.press(Qt::Key_3);
    QTRY_COMPARE(office.calls(0).size(), size_t(1));
    QCOMPARE(office.calls(0).front().duration, std::optional<qint64>(3));
}

void CallFlowTest::whoWantsPeaceIsMarked()
{
    Office office;
    office.world.families.set(Id<Customer>(office.families[0]), &Customer::doNotDisturb, true);
    office.press(Qt::Key_D, Qt::ControlModifier);
    const auto shows = [&](const QString& words) {
        const auto labels = office.panel.callBar().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel* label) { return label->isVisible() && label->text() == words; });
    };
    QVERIFY(shows(u"Asked not to be disturbed."_s));
    office.press(Qt::Key_J);
    QVERIFY(!shows(u"Asked not to be disturbed."_s));
}

void CallFlowTest::withoutCallsTheDigitsChooseOnly()
{
    Office office;
    office.press(Qt::Key_2);
    QVERIFY(office.calls(0).empty());
    QVERIFY(office.field("nextStep").isEmpty());
    QVERIFY(!office.panel.callBar().isVisible());
}

HOMEROOM_TEST_MAIN(CallFlowTest)
#include "callflowtest.moc"
