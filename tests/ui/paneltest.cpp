// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/drafts.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/fieldstab.h"
#include "ui/panel/followupbox.h"
#include "ui/widgets/emptystate.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// The panel as a person uses it.
class Panel {
public:
    explicit Panel(PageWorld& world) : m_panel(world.context, world.shortcuts)
    {
        m_panel.resize(336, 800);
        m_panel.show();
        m_panel.activateWindow();
        QApplication::setActiveWindow(&m_panel);
        m_panel.setFocus();
    }
    CustomerPanel& widget() { return m_panel; }
    void writes(const QString& field, const QString& text)
    {
        auto* input = m_panel.followUpBox().findChild<QWidget*>(field);
        input->setFocus();
        // Chinese comes from an input method, not from keys.
        QInputMethodEvent commit;
        commit.setCommitString(text);
        QApplication::sendEvent(input, &commit);
    }
    QString written(const QString& field)
    {
        if (auto* line = m_panel.followUpBox().findChild<QLineEdit*>(field))
            return line->text();
        return m_panel.followUpBox().findChild<QPlainTextEdit*>(field)->toPlainText();
    }
    QString chosen(const QString& field)
    {
        return m_panel.followUpBox().findChild<QComboBox*>(field)->currentText();
    }
    void presses(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    FieldEditor& field(const QString& key)
    {
        m_panel.showTab(CustomerPanel::Tab::Fields);
        return *m_panel.fieldsTab().customerFields().editor(key);
    }
    bool isGone()
    {
        auto* state = m_panel.findChild<EmptyState*>();
        return state && state->isVisible();
    }

private:
    CustomerPanel m_panel;
};

qint64 groupsOfLastTwo(StoreFixture& store)
{
    Statement groups = store.reader().statement(
        "SELECT count(DISTINCT grp) FROM (SELECT grp FROM outbox ORDER BY n DESC LIMIT 2)");
    groups.step();
    return groups.integer(0);
}

} // namespace

class PanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesWithoutADefinitionAreShown();
    void controlEnterSavesFollowUpAndNextStepAsOneGroup();
    void nothingWrittenIsNotSaved();
    void anImpossibleDateIsToldAndKept();
    void digitsChooseTheResultOutsideOfTextFields();
    void draftsAreKeptForEachFamilyAndAfterARestart();
    void walkingStopsAtTheEndsOfTheList();
    void aFieldIsSavedWithEnter();
    void aWrongPhoneIsToldUnderTheField();
    void remoteChangesNeverOverwriteTyping();
    void typingInOneFamilyNeverReachesTheNext();
    void customFieldsAreEdited();
    void aDeletedFamilyShowsAStateOfItsOwn();
    void contactsOfOthersCannotBeEdited();
};

void PanelTest::controlEnterSavesFollowUpAndNextStepAsOneGroup()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(u"陈静"_s, u"浩浩"_s);
    Panel panel(world);
    panel.widget().open(id);
    const qint64 before = world.store.outboxCount();
    panel.writes(u"whatHappened"_s, u"孩子计算粗心"_s);
    panel.writes(u"nextStep"_s, u"深度沟通"_s);
    panel.writes(u"when"_s, u"明天 14:00"_s);
    panel.presses(Qt::Key_Return, Qt::ControlModifier);

    const auto followUps = familyRecords<FollowUp>(world.store.reader(), id);
    QCOMPARE(followUps.size(), size_t(1));
    QCOMPARE(followUps[0].text, u"孩子计算粗心"_s);
    QCOMPARE(followUps[0].author, Id<User>(world.user));
    const Customer customer = *world.store.find(id);
    QCOMPARE(customer.nextStep, u"深度沟通"_s);
    QCOMPARE(customer.lastContactAt, std::optional(world.store.clock().now()));
    const QDateTime due = QDateTime::fromMSecsSinceEpoch(*customer.nextStepAt, world.context.zone);
    QCOMPARE(due.toString(u"HH:mm"_s), u"14:00"_s);
    QCOMPARE(world.store.outboxCount(), before + 2);
    QCOMPARE(groupsOfLastTwo(world.store), 1);
    QCOMPARE(panel.written(u"whatHappened"_s), QString());
    QVERIFY(followUpDraft(world.store.reader(), id).isEmpty());

    QSignalSpy refused(&world.desk, &EditDesk::refused);
    world.desk.undo();
    QCOMPARE(refused.value(0).value(0).toString(), QString());
    QVERIFY(familyRecords<FollowUp>(world.store.reader(), id).empty());
    QVERIFY(world.store.find(id)->nextStep.isEmpty());
}

void PanelTest::nothingWrittenIsNotSaved()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(u"陈静"_s);
    Panel panel(world);
    panel.widget().open(id);
    panel.presses(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!panel.widget().followUpBox().error().isEmpty());
    QVERIFY(familyRecords<FollowUp>(world.store.reader(), id).empty());
}

void PanelTest::anImpossibleDateIsToldAndKept()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(u"陈静"_s);
    Panel panel(world);
    panel.widget().open(id);
    panel.writes(u"whatHappened"_s, u"聊了"_s);
    panel.writes(u"when"_s, u"2-30 10:00"_s);
    panel.presses(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(panel.widget().followUpBox().error(), u"There is no such date."_s);
    QCOMPARE(panel.written(u"when"_s), u"2-30 10:00"_s);
    QVERIFY(familyRecords<FollowUp>(world.store.reader(), id).empty());
}

void PanelTest::digitsChooseTheResultOutsideOfTextFields()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(u"陈静"_s);
    Panel panel(world);
    panel.widget().open(id);
    panel.widget().setFocus();
    panel.presses(Qt::Key_2);
    QCOMPARE(panel.chosen(u"result"_s), u"No answer"_s);
    panel.writes(u"whatHappened"_s, u"a"_s);
    panel.presses(Qt::Key_1);
    QCOMPARE(panel.chosen(u"result"_s), u"No answer"_s);
    QCOMPARE(panel.written(u"whatHappened"_s), u"a1"_s);
}

void PanelTest::draftsAreKeptForEachFamilyAndAfterARestart()
{
    PageWorld world;
    const Id<Customer> first = world.families.add(u"陈静"_s);
    const Id<Customer> second = world.families.add(u"王芳"_s);
    {
        Panel panel(world);
        panel.widget().open(first, {first, second});
        panel.writes(u"whatHappened"_s, u"一半"_s);
        panel.widget().setFocus();
        panel.presses(Qt::Key_J);
        QCOMPARE(panel.widget().customer(), second);
        QCOMPARE(panel.written(u"whatHappened"_s), QString());
        panel.writes(u"when"_s, u"14:00"_s);
        panel.widget().setFocus();
        panel.presses(Qt::Key_K);
        QCOMPARE(panel.written(u"whatHappened"_s), u"一半"_s);
    }
    Panel again(world);
    again.widget().open(second);
    QCOMPARE(again.written(u"when"_s), u"14:00"_s);
}

void PanelTest::walkingStopsAtTheEndsOfTheList()
{
    PageWorld world;
    const Id<Customer> first = world.families.add(u"陈静"_s);
    const Id<Customer> second = world.families.add(u"王芳"_s);
    Panel panel(world);
    QSignalSpy walked(&panel.widget(), &CustomerPanel::walkedTo);
    panel.widget().open(first, {first, second});
    panel.presses(Qt::Key_K);
    QCOMPARE(panel.widget().customer(), first);
    panel.presses(Qt::Key_J);
    panel.presses(Qt::Key_J);
    QCOMPARE(panel.widget().customer(), second);
    QCOMPARE(walked.size(), 1);
}

void PanelTest::aFieldIsSavedWithEnter()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(u"陈静"_s);
    Panel panel(world);
    panel.widget().open(id);
    auto* city = qobject_cast<QLineEdit*>(panel.field(u"city"_s).input());
    city->setFocus();
    QTest::keyClicks(city, u"Suzhou"_s);
    QTest::keyClick(city, Qt::Key_Return);
    QCOMPARE(world.store.find(id)->city, u"Suzhou"_s);
    world.desk.undo();
    QCOMPARE(world.store.find(id)->city, QString());
    QCOMPARE(city->text(), QString());
}

void PanelTest::aWrongPhoneIsToldUnderTheField()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(u"陈静"_s);
    Panel panel(world);
    panel.widget().open(id);
    FieldEditor& phone = panel.field(u"phone"_s);
    auto* line = qobject_cast<QLineEdit*>(phone.input());
    line->setFocus();
    QTest::keyClicks(line, u"12345"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(!phone.problem().isEmpty());
    QVERIFY(world.store.find(id)->phone.isEmpty());
    line->selectAll();
    QTest::keyClicks(line, u"138 1234 2046"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(world.store.find(id)->phone, u"+8613812342046"_s);
    QVERIFY(phone.problem().isEmpty());
}

void PanelTest::remoteChangesNeverOverwriteTyping()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(u"陈静"_s);
    Panel panel(world);
    panel.widget().open(id);
    auto* city = qobject_cast<QLineEdit*>(panel.field(u"city"_s).input());
    auto* nick = qobject_cast<QLineEdit*>(panel.field(u"wechatNick"_s).input());
    city->setFocus();
    QTest::keyClicks(city, u"Suz"_s);
    QVERIFY(world.families.set(id, &Customer::city, u"Wuxi"_s));
    QVERIFY(world.families.set(id, &Customer::wechatNick, u"Sunny"_s));
    QCOMPARE(city->text(), u"Suz"_s);
    QCOMPARE(nick->text(), u"Sunny"_s);
    QTest::keyClick(city, Qt::Key_Escape);
    QCOMPARE(city->text(), u"Wuxi"_s);
}

void PanelTest::typingInOneFamilyNeverReachesTheNext()
{
    PageWorld world;
    const Id<Customer> first = world.families.add(u"陈静"_s);
    const Id<Customer> second = world.families.add(u"王芳"_s);
    Panel panel(world);
    panel.widget().open(first, {first, second});
    auto* city = qobject_cast<QLineEdit*>(panel.field(u"city"_s).input());
    city->setFocus();
    QTest::keyClicks(city, u"Suzhou"_s);
    panel.widget().open(second);
    QCOMPARE(city->text(), QString());
    QCOMPARE(world.store.find(first)->city, u"Suzhou"_s);
    QCOMPARE(world.store.find(second)->city, QString());
}

void PanelTest::customFieldsAreEdited()
{
    PageWorld world;
    CustomField field;
    field.name = u"预算"_s;
    field.key = u"budget"_s;
    field.kind = CustomFieldKind::Number;
    field.active = true;
    world.families.put(field);
    const Id<Customer> id = world.families.add(u"陈静"_s, {}, [](Customer& customer) {
        customer.custom = {{u"other"_s, u"stays"_s}};
    });
    Panel panel(world);
    panel.widget().open(id);
    auto* budget = qobject_cast<QLineEdit*>(panel.field(u"budget"_s).input());
    budget->setFocus();
    QTest::keyClicks(budget, u"3000"_s);
    QTest::keyClick(budget, Qt::Key_Return);
    QCOMPARE(
        world.store.find(id)->custom, (QJsonObject{{u"other"_s, u"stays"_s}, {u"budget"_s, 3000}}));
}

void PanelTest::aDeletedFamilyShowsAStateOfItsOwn()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(u"陈静"_s);
    Panel panel(world);
    panel.widget().open(id);
    QVERIFY(!panel.isGone());
    Mutation remove;
    remove.operation = Operation::Delete;
    remove.kind = RecordKind::Customer;
    remove.id = id;
    remove.root = id;
    QVERIFY(world.store.apply({remove}).ok());
    QVERIFY(panel.isGone());
    world.desk.undo();
    QVERIFY(!panel.isGone());
}

void PanelTest::contactsOfOthersCannotBeEdited()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(
        u"陈静"_s, {}, [](Customer& customer) { customer.phone = u"+8613812342046"_s; });
    world.context.viewer = {world.store.ids().next(), UserRole::Operations, {}};
    Panel panel(world);
    panel.widget().open(id);
    QVERIFY(qobject_cast<QLineEdit*>(panel.field(u"phone"_s).input())->isReadOnly());
    QVERIFY(!qobject_cast<QLineEdit*>(panel.field(u"city"_s).input())->isReadOnly());
}

void PanelTest::valuesWithoutADefinitionAreShown()
{
    PageWorld world;
    const Id<Customer> first = world.families.add(u"王芳"_s, {}, [](Customer& customer) {
        customer.custom = {{u"Visits"_s, 12}, {u"Source of ad"_s, u"banner"_s}};
    });
    const Id<Customer> second = world.families.add(u"李娜"_s);
    Panel panel(world);
    panel.widget().open(first);
    const auto text = [&](const QString& key) {
        return qobject_cast<QLineEdit*>(panel.field(key).input())->text();
    };
    QCOMPARE(text(u"Visits"_s), u"12"_s);
    QCOMPARE(text(u"Source of ad"_s), u"banner"_s);
    QVERIFY(qobject_cast<QLineEdit*>(panel.field(u"Visits"_s).input())->isReadOnly());
    QVERIFY(panel.field(u"Visits"_s).isVisible());
    panel.widget().open(second);
    QVERIFY(!panel.widget().fieldsTab().customerFields().editor(u"Visits"_s));
    CustomField visits;
    visits.name = u"Besuche"_s;
    visits.key = u"Visits"_s;
    visits.kind = CustomFieldKind::Number;
    visits.active = true;
    world.families.put(visits);
    panel.widget().open(first);
    QCOMPARE(panel.field(u"Visits"_s).shape().label, u"Besuche"_s);
    QVERIFY(!panel.field(u"Visits"_s).shape().readOnly);
}

HOMEROOM_TEST_MAIN(PanelTest)
#include "paneltest.moc"
