// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/guardianconsent.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

/// Who counts as under 14, and what of such a child a person may save.
class GuardianConsentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void underFourteen_data();
    void underFourteen();
    void onlyWhatSaysSomethingOfAgeOrConsentIsHeldBack();
    void aChildWhoIsHereWithoutConsentCanStillBeEdited();
};

void GuardianConsentTest::underFourteen_data()
{
    QTest::addColumn<QString>("birthMonth");
    QTest::addColumn<int>("grade"); // -1: not known
    QTest::addColumn<bool>("needs");
    QTest::newRow("nothing is known") << QString() << -1 << false;
    QTest::newRow("born this month 14 years ago: the day is not known")
        << u"2011-11"_s << -1 << true;
    QTest::newRow("14 since last month") << u"2011-10"_s << -1 << false;
    QTest::newRow("13") << u"2012-06"_s << -1 << true;
    QTest::newRow("the month decides, a low grade does not") << u"2010-01"_s << 3 << false;
    QTest::newRow("the month decides, a high grade does not") << u"2014-01"_s << 9 << true;
    QTest::newRow("kindergarten") << QString() << 0 << true;
    QTest::newRow("grade 7") << QString() << 7 << true;
    QTest::newRow("grade 8") << QString() << 8 << false;
    QTest::newRow("no month: the grade decides") << u"autumn"_s << 7 << true;
}

void GuardianConsentTest::underFourteen()
{
    QFETCH(QString, birthMonth);
    QFETCH(int, grade);
    QFETCH(bool, needs);
    Student student{.birthMonth = birthMonth};
    if (grade >= 0)
        student.grade = grade;
    const QDate today(2025, 11, 30);
    QCOMPARE(needsGuardianConsent(student, today), needs);
    QCOMPARE(lacksGuardianConsent(student, today), needs);
    student.guardianConsent = true;
    QVERIFY(!lacksGuardianConsent(student, today));
}

void GuardianConsentTest::onlyWhatSaysSomethingOfAgeOrConsentIsHeldBack()
{
    const QDate today(2025, 11, 24);
    const RecordRow unknown = toRow(Student{.name = u"浩浩"_s});
    const int grade = fieldIndexOf(&Student::grade);
    const int consent = fieldIndexOf(&Student::guardianConsent);
    QVERIFY(lacksConsentAfter(unknown, {{grade, qint64(3)}}, today));
    QVERIFY(!lacksConsentAfter(unknown, {{grade, qint64(9)}}, today));
    QVERIFY(!lacksConsentAfter(unknown, {{grade, qint64(3)}, {consent, qint64(1)}}, today));
    QVERIFY(
        lacksConsentAfter(unknown, {{fieldIndexOf(&Student::birthMonth), u"2016-09"_s}}, today));
    const RecordRow agreed = toRow(Student{.grade = 3, .guardianConsent = true});
    QVERIFY(!lacksConsentAfter(agreed, {{grade, qint64(2)}}, today));
    QVERIFY(lacksConsentAfter(agreed, {{consent, qint64(0)}}, today));
}

void GuardianConsentTest::aChildWhoIsHereWithoutConsentCanStillBeEdited()
{
    const QDate today(2025, 11, 24);
    const RecordRow child = toRow(Student{.grade = 3});
    QVERIFY(!lacksConsentAfter(child, {{fieldIndexOf(&Student::name), u"小雨"_s}}, today));
    QVERIFY(!lacksConsentAfter(child, {{fieldIndexOf(&Student::grade), FieldValue()}}, today));
}

HOMEROOM_TEST_MAIN(GuardianConsentTest)
#include "guardianconsenttest.moc"
