// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/activewindow.h"
#include "tests/support/pageworld.h"
#include "tests/support/shownwords.h"
#include "tests/support/testmain.h"
#include "ui/customers/newcustomerdialog.h"
#include "ui/import/columnsstep.h"
#include "ui/panel/consentrow.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/fieldstab.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// The panel on a family with one child, of grade 3 and without a consent unless said otherwise.
class Panel {
public:
    explicit Panel(Student with = {.grade = 3})
    {
        const Id<Customer> family = world.families.add(u"陈静"_s);
        with.id = child = world.store.newId<Student>();
        with.customer = family;
        with.name = u"浩浩"_s;
        world.families.put(with);
        panel = std::make_unique<CustomerPanel>(world.context, world.shortcuts);
        panel->resize(400, 800);
        makeActive(*panel);
        panel->open(family);
        panel->showTab(CustomerPanel::Tab::Fields);
    }
    RecordFields& fields()
    {
        for (RecordFields* fields : panel->fieldsTab().findChildren<RecordFields*>()) {
            if (fields->consent())
                return *fields;
        }
        qFatal("no child in the panel");
    }
    void chooses(const QString& key, const QString& text)
    {
        auto* box = qobject_cast<QComboBox*>(fields().editor(key)->input());
        box->setCurrentText(text);
        Q_EMIT box->activated(box->currentIndex());
    }
    void types(const QString& key, const QString& text)
    {
        auto* line = qobject_cast<QLineEdit*>(fields().editor(key)->input());
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    Student student() { return *world.store.find(child); }
    QString row() { return fields().consent()->text(); }

    PageWorld world{};
    Id<Student> child{};
    std::unique_ptr<CustomerPanel> panel{};
};

} // namespace

/// A child under 14 is marked, and saved only with a guardian's consent.
class ConsentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMinorIsMarkedInWordsAndByASign();
    void whoIsFourteenIsNot();
    void ageWithoutAConsentWaitsForIt_data();
    void ageWithoutAConsentWaitsForIt();
    void whatWaitsIsTakenBackByTheOldValue();
    void theConsentOfAMinorIsNotTakenAwayAlone();
    void otherEditsOfSuchAChildGoOn();
    void aNewLeadAsksForTheConsent();
};

void ConsentTest::theMinorIsMarkedInWordsAndByASign()
{
    Panel panel;
    QVERIFY2(panel.row().contains(u"no guardian's consent"_s), qPrintable(panel.row()));
    QVERIFY(paintedWords(*panel.panel).contains(u"Under 14, no consent"_s));
    QTest::mouseClick(&panel.fields().consent()->button(), Qt::LeftButton);
    QVERIFY(panel.student().guardianConsent);
    QCOMPARE(panel.row(), u"Under 14, a guardian agreed"_s);
    QVERIFY(!panel.fields().consent()->button().isVisible());
    QVERIFY(paintedWords(*panel.panel).contains(u"Under 14"_s));
}

void ConsentTest::whoIsFourteenIsNot()
{
    Panel panel({.birthMonth = u"2008-01"_s, .grade = 3});
    QCOMPARE(panel.row(), QString());
    QVERIFY(!paintedWords(*panel.panel).join(u'|').contains(u"Under 14"_s));
}

void ConsentTest::ageWithoutAConsentWaitsForIt_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("label");
    QTest::newRow("grade") << u"grade"_s << u"Grade 4"_s << u"Grade"_s;
    QTest::newRow("birth month") << u"birthMonth"_s << u"2016-09"_s << u"Month of birth"_s;
}

void ConsentTest::ageWithoutAConsentWaitsForIt()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, label);
    Panel panel;
    const Student before = panel.student();
    if (key == u"grade"_s)
        panel.chooses(key, text);
    else
        panel.types(key, text);
    QCOMPARE(panel.student(), before);
    QVERIFY2(panel.row().startsWith(label) && panel.row().contains(u"not saved"_s),
        qPrintable(panel.row()));
    // A change from elsewhere takes nothing of it away.
    QVERIFY(panel.world.families.set(before.customer, &Customer::city, u"武汉"_s));
    QVERIFY(panel.row().contains(u"not saved"_s));
    QTest::mouseClick(&panel.fields().consent()->button(), Qt::LeftButton);
    Student after = before;
    after.guardianConsent = true;
    if (key == u"grade"_s)
        after.grade = 4;
    else
        after.birthMonth = text;
    QCOMPARE(panel.student(), after);
    panel.world.desk.undo(); // both are one edit
    QCOMPARE(panel.student(), before);
}

void ConsentTest::whatWaitsIsTakenBackByTheOldValue()
{
    Panel panel;
    panel.chooses(u"grade"_s, u"Grade 4"_s);
    panel.chooses(u"grade"_s, u"Grade 3"_s);
    QVERIFY2(!panel.row().contains(u"not saved"_s), qPrintable(panel.row()));
    QTest::mouseClick(&panel.fields().consent()->button(), Qt::LeftButton);
    QCOMPARE(panel.student().grade, std::optional<qint64>(3));
    QVERIFY(panel.student().guardianConsent);
}

void ConsentTest::theConsentOfAMinorIsNotTakenAwayAlone()
{
    Panel panel({.grade = 3, .guardianConsent = true});
    FieldEditor* editor = panel.fields().editor(u"guardianConsent"_s);
    auto* box = qobject_cast<QCheckBox*>(editor->input());
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    QVERIFY(panel.student().guardianConsent);
    QVERIFY(box->isChecked());
    QVERIFY2(editor->problem().contains(u"guardian's consent"_s), qPrintable(editor->problem()));
}

void ConsentTest::otherEditsOfSuchAChildGoOn()
{
    Panel panel;
    panel.types(u"school"_s, u"No. 1"_s);
    QCOMPARE(panel.student().school, u"No. 1"_s);
    panel.chooses(u"grade"_s, u"Grade 9"_s);
    QCOMPARE(panel.student().grade, std::optional<qint64>(9));
    QCOMPARE(panel.row(), QString());
}

void ConsentTest::aNewLeadAsksForTheConsent()
{
    PageWorld world;
    NewCustomerDialog dialog(world.context);
    makeActive(dialog);
    dialog.findChild<QLineEdit*>(u"name"_s)->setText(u"Li"_s);
    auto* consent = dialog.findChild<QCheckBox*>();
    QVERIFY(!consent->isVisible());
    QVERIFY(dialog.isValid());
    QComboBox* grade = nullptr;
    for (QComboBox* box : dialog.findChildren<QComboBox*>())
        grade = box->accessibleName() == u"Grade"_s ? box : grade;
    grade->setCurrentText(u"Grade 3"_s);
    QVERIFY(consent->isVisible());
    QVERIFY(!dialog.isValid());
    consent->click();
    QVERIFY(dialog.isValid());
    const RecordId id = world.store.ids().next();
    const Edit edit = dialog.edit(id);
    QVERIFY(world.store.apply(edit.mutations).ok());
    QVERIFY(familyRecords<Student>(world.store.reader(), id).front().guardianConsent);
    grade->setCurrentText(u"Grade 9"_s);
    QVERIFY(!consent->isVisible() && !consent->isChecked());
    QVERIFY(dialog.isValid());
}

HOMEROOM_TEST_MAIN(ConsentTest)
#include "consenttest.moc"
