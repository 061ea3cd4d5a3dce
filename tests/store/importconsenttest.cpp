// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importrejects.h"
#include "tests/support/importfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray sheet = "Name,Phone,Child,Grade\n"
                         "Wang Fang,13800000001,Haohao,3\n"
                         "Li Qiang,13800000002,Xiaoyu,9\n";

std::vector<Student> students(ImportFixture& fixture)
{
    return fixture.reader()
        .read([](Database& database) { return listRecords<Student>(database, "1 ORDER BY name"); })
        .value();
}

bool saysNoConsent(const JudgedRow& row)
{
    return std::ranges::any_of(row.issues,
        [](const ImportIssue& issue) { return issue.problem == ImportProblem::NoConsent; });
}

} // namespace

/// Children under 14 of a sheet: saved with a guardian's consent or handed back with their row.
class ImportConsentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAConsentTheRowIsHandedBackWhole();
    void aWordForTheWholeSheetIsWrittenWithEachChild();
    void aColumnOfTheSheetAnswersForEach();
    void whatIsHereAlreadyIsNoReasonToAsk();
    void theWordIsNotKeptForTheNextSheet();
};

void ImportConsentTest::withoutAConsentTheRowIsHandedBackWhole()
{
    ImportFixture fixture;
    const ImportOrder order =
        fixture.order(sheet, {{u"Child"_s, u"student.name"_s}, {u"Grade"_s, u"student.grade"_s}});
    const ImportPlan plan = fixture.rehearse(order);
    QCOMPARE(plan.count(ImportOutcome::Fail), 1);
    QVERIFY(saysNoConsent(plan.rows[0]));
    QVERIFY(!saysNoConsent(plan.rows[1]));
    const ImportResult result = fixture.run(order);
    QCOMPARE(fixture.customers().size(), size_t(1));
    QCOMPARE(students(fixture).size(), size_t(1));
    const QByteArray rejects = rejectsCsv(order, result.rejected);
    QVERIFY2(rejects.contains("Wang Fang,13800000001,Haohao,3"), rejects.constData());
}

void ImportConsentTest::aWordForTheWholeSheetIsWrittenWithEachChild()
{
    ImportFixture fixture;
    ImportOrder order =
        fixture.order(sheet, {{u"Child"_s, u"student.name"_s}, {u"Grade"_s, u"student.grade"_s}});
    order.choices.guardiansAgreed = true;
    QCOMPARE(fixture.run(order).counts[size_t(ImportOutcome::Create)], 2);
    const std::vector<Student> made = students(fixture);
    QCOMPARE(made[0].name, u"Haohao"_s);
    QVERIFY(made[0].guardianConsent);
    QVERIFY(!made[1].guardianConsent); // of 14 and more nobody was asked
}

void ImportConsentTest::aColumnOfTheSheetAnswersForEach()
{
    ImportFixture fixture;
    ImportOrder order = fixture.order("Name,Grade,Agreed\nWang Fang,3,yes\nLi Qiang,4,no\n",
        {{u"Grade"_s, u"student.grade"_s}, {u"Agreed"_s, u"student.guardianConsent"_s}});
    order.choices.guardiansAgreed = true; // a «no» of the sheet is one all the same
    const ImportResult result = fixture.run(order);
    QCOMPARE(fixture.customers().size(), size_t(1));
    QCOMPARE(fixture.customers().front().name, u"Wang Fang"_s);
    QCOMPARE(result.rejected.size(), size_t(1));
    QVERIFY(saysNoConsent(result.rejected.front()));
}

void ImportConsentTest::whatIsHereAlreadyIsNoReasonToAsk()
{
    ImportFixture fixture;
    const QJsonObject map{{u"Phone"_s, u"phone"_s}, {u"Child"_s, u"student.name"_s},
        {u"Grade"_s, u"student.grade"_s}, {u"City"_s, u"city"_s}};
    Customer customer{.id = fixture.newId<Customer>(), .name = u"Wang Fang"_s};
    customer.phone = u"+8613800000001"_s;
    Student student{.id = fixture.newId<Student>(), .customer = customer.id};
    student.name = u"Haohao"_s;
    student.grade = 3;
    QVERIFY(fixture.apply({createMutation(customer), createMutation(student)}).ok());
    ImportOrder order =
        fixture.order("Name,Phone,Child,Grade,City\nWang Fang,13800000001,Haohao,3,Wuhan\n", map);
    order.choices.mode = ImportMode::Update;
    order.choices.key = ImportTarget{ImportTargetKind::Customer, u"phone"_s};
    QCOMPARE(fixture.run(order).counts[size_t(ImportOutcome::Update)], 1);
    QCOMPARE(fixture.find(customer.id)->city, u"Wuhan"_s);
    order =
        fixture.order("Name,Phone,Child,Grade,City\nWang Fang,13800000001,Haohao,4,Wuhan\n", map);
    order.choices.mode = ImportMode::Update;
    order.choices.key = ImportTarget{ImportTargetKind::Customer, u"phone"_s};
    QVERIFY(saysNoConsent(fixture.rehearse(order).rows.front()));
    QCOMPARE(fixture.find(student.id)->grade, std::optional<qint64>(3));
}

void ImportConsentTest::theWordIsNotKeptForTheNextSheet()
{
    ImportFixture fixture;
    ImportChoices choices;
    choices.guardiansAgreed = true;
    const std::vector<QString> columns{u"Name"_s};
    QVERIFY(keepChoices(fixture.store(), columns, choices).result().ok());
    const auto kept =
        fixture.reader().read([&](Database& database) { return keptChoices(database, columns); });
    QVERIFY(kept.ok() && kept->has_value());
    QVERIFY(!(*kept)->guardiansAgreed);
}

HOMEROOM_TEST_MAIN(ImportConsentTest)
#include "importconsenttest.moc"
