// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/phonehint.h"
#include "models/store/records.h"
#include "models/values/rights.h"
#include "tests/support/activewindow.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/fieldstab.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QString phone = u"+8613812342046"_s;

struct Desk {
    Desk() { panel.resize(336, 800); }
    ~Desk() { panel.hide(); } // what is typed is saved while the panel is whole

    Id<Customer> add(const QString& name, const QString& number = {})
    {
        return world.families.add(name, {}, [&](Customer& customer) { customer.phone = number; });
    }
    /// The field of the parent's phone, or of the guardian's.
    FieldEditor& field(bool guardian = false)
    {
        panel.showTab(CustomerPanel::Tab::Fields);
        makeActive(panel);
        for (RecordFields* fields : panel.fieldsTab().findChildren<RecordFields*>()) {
            const bool parent = fields == &panel.fieldsTab().customerFields();
            FieldEditor* editor = fields->editor(u"phone"_s);
            if (editor && parent != guardian)
                return *editor;
        }
        qFatal("there is no such field");
    }
    void type(FieldEditor& editor, const QString& text)
    {
        editor.input()->setFocus();
        static_cast<QLineEdit*>(editor.input())->selectAll();
        QTest::keyClicks(editor.input(), text);
    }

    PageWorld world{};
    CustomerPanel panel{world.context, world.shortcuts};
};

} // namespace

/// Whether a phone that another family has is told while it is typed.
class PhoneHintTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePanelNamesWhoHasThePhone();
    void aGuardiansPhoneIsLookedForToo();
    void ownNumbersAreNoNews();
    void whoIsNamedCanBeOpened();
    void typingTakenBackTakesTheHintAlong();
    void ofAMaskNoMoreIsToldThanItShows();
};

void PhoneHintTest::thePanelNamesWhoHasThePhone()
{
    Desk desk;
    desk.add(u"陈静"_s, phone);
    const Id<Customer> family = desk.add(u"李娜"_s);
    desk.panel.open(family);
    FieldEditor& editor = desk.field();
    desk.type(editor, u"1381234204"_s);
    QCOMPARE(editor.hint(), QString());
    QTest::keyClicks(editor.input(), u"6"_s);
    QCOMPARE(editor.hint(), u"陈静 already has this phone."_s);
    // Two families may have one number: it is saved, and still told.
    QTest::keyClick(editor.input(), Qt::Key_Return);
    QCOMPARE(desk.world.store.find(family)->phone, phone);
    QCOMPARE(editor.problem(), QString());
    QVERIFY(editor.hint().contains(u"陈静"_s));
}

void PhoneHintTest::aGuardiansPhoneIsLookedForToo()
{
    Desk desk;
    const Id<Customer> other = desk.add(u"陈静"_s);
    desk.world.families.put(Guardian{.customer = other, .name = u"奶奶"_s, .phone = phone});
    const Id<Customer> family = desk.add(u"李娜"_s);
    desk.world.families.put(Guardian{.customer = family, .name = u"爷爷"_s});
    desk.panel.open(family);
    FieldEditor& editor = desk.field(true);
    desk.type(editor, u"13812342046"_s);
    QCOMPARE(editor.hint(), u"奶奶, a guardian of 陈静, already has this phone."_s);
}

void PhoneHintTest::ownNumbersAreNoNews()
{
    Desk desk;
    const Id<Customer> family = desk.add(u"李娜"_s, phone);
    desk.world.families.put(Guardian{.customer = family, .name = u"爷爷"_s});
    desk.panel.open(family);
    FieldEditor& editor = desk.field(true);
    desk.type(editor, u"13812342046"_s);
    QCOMPARE(editor.hint(), QString());
}

void PhoneHintTest::whoIsNamedCanBeOpened()
{
    Desk desk;
    const Id<Customer> other = desk.add(u"陈静"_s, phone);
    const Id<Customer> family = desk.add(u"李娜"_s);
    desk.world.families.put(Guardian{.customer = family, .name = u"爷爷"_s});
    desk.panel.open(family);
    FieldEditor& editor = desk.field(true);
    desk.type(editor, u"13812342046"_s);
    auto* hint = editor.findChild<PhoneHint*>();
    QVERIFY(hint && hint->isVisible());
    QSignalSpy walked(&desk.panel, &CustomerPanel::walkedTo);
    // The field goes with the guardian that the other family has not.
    QTest::keyClick(editor.input(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), &hint->openButton());
    QTest::keyClick(&hint->openButton(), Qt::Key_Space);
    QTRY_COMPARE(desk.panel.customer(), RecordId(other));
    QCOMPARE(walked.size(), 1);
    // What was typed is not lost by looking.
    QCOMPARE(familyRecords<Guardian>(desk.world.store.reader(), family).front().phone, phone);
}

void PhoneHintTest::typingTakenBackTakesTheHintAlong()
{
    Desk desk;
    desk.add(u"陈静"_s, phone);
    desk.panel.open(desk.add(u"李娜"_s));
    FieldEditor& editor = desk.field();
    desk.type(editor, u"13812342046"_s);
    QVERIFY(!editor.hint().isEmpty());
    QTest::keyClick(editor.input(), Qt::Key_Escape);
    QCOMPARE(editor.hint(), QString());
    desk.type(editor, u"13812342046"_s);
    desk.panel.open(desk.add(u"王芳"_s));
    QCOMPARE(desk.field().hint(), QString());
}

void PhoneHintTest::ofAMaskNoMoreIsToldThanItShows()
{
    Desk desk;
    const Id<Customer> hidden = desk.add(u"陈静"_s, phone);
    const auto masked =
        desk.world.store.store().write([&](Database& database) -> Result<ChangeSet> {
            RecordTable customers(database, recordTypeOf<Customer>());
            customers.put(maskedRow(*customers.find(hidden)));
            return ChangeSet{};
        });
    QVERIFY(masked.result().ok());
    QLineEdit line;
    PhoneHint hint(desk.world.context, line);
    line.show();
    QTest::keyClicks(&line, u"13812342046"_s);
    QCOMPARE(hint.sentence(), u"陈静 has a number that looks the same; it is hidden from you."_s);
}

HOMEROOM_TEST_MAIN(PhoneHintTest)
#include "phonehinttest.moc"
