// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importrejects.h"
#include "tests/support/importfixture.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const ImportTarget phoneKey{ImportTargetKind::Customer, u"phone"_s};
const ImportTarget numberKey{ImportTargetKind::Customer, u"externalId"_s};

QList<int> problems(const JudgedRow& row)
{
    QList<int> all;
    for (const ImportIssue& issue : row.issues)
        all.append(int(issue.problem));
    return all;
}

} // namespace

class ImportPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesNothing();
    void saysWhatEachRowWouldDo_data();
    void saysWhatEachRowWouldDo();
    void showsEveryFieldThatChanges();
    void failsRowsThatCannotBeRead_data();
    void failsRowsThatCannotBeRead();
    void letsMaskedCellsPassThatLookAsTheFamilyDoes();
    void flagsLikeFamilies_data();
    void flagsLikeFamilies();
    void seesWhatEarlierRowsOfTheSheetDo();
    void failsAKeyThatSeveralFamiliesHave();
    void failsFamiliesOfOthers();
    void takesAnEmptyRowForNone();
    void countsUnknownChannels();
    void stopsWhenCancelled();
    void onlyTheOwnerReadsRejectedRows();
};

void ImportPlanTest::writesNothing()
{
    ImportFixture fixture;
    const qint64 before = fixture.outboxCount();
    const ImportPlan plan = fixture.rehearse(fixture.order("Name\nAnn\nBea\n"));
    QVERIFY(plan.complete);
    QCOMPARE(plan.count(ImportOutcome::Create), 2);
    QVERIFY(fixture.customers().empty());
    QCOMPARE(fixture.outboxCount(), before);
}

void ImportPlanTest::saysWhatEachRowWouldDo_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QList<int>>("outcomes"); // of: same, other city, city only there, new
    const int create = int(ImportOutcome::Create);
    const int skip = int(ImportOutcome::Skip);
    const int same = int(ImportOutcome::Unchanged);
    const int update = int(ImportOutcome::Update);
    const int append = int(ImportOutcome::Append);
    QTest::newRow("create") << int(ImportMode::Create)
                            << QList<int>{create, create, create, create};
    QTest::newRow("update") << int(ImportMode::Update) << QList<int>{same, update, update, create};
    QTest::newRow("append") << int(ImportMode::Append) << QList<int>{same, same, append, create};
    QTest::newRow("skip") << int(ImportMode::Skip) << QList<int>{skip, skip, skip, create};
}

void ImportPlanTest::saysWhatEachRowWouldDo()
{
    QFETCH(int, mode);
    QFETCH(QList<int>, outcomes);
    ImportFixture fixture;
    fixture.run(fixture.order("Phone,City\n13800000001,Wuhan\n13800000002,Wuhan\n13800000003,\n"));
    ImportOrder order = fixture.order("Phone,City\n138 0000 0001,Wuhan\n138 0000 0002,Xi'an\n"
                                      "138 0000 0003,Xi'an\n138 0000 0004,Xi'an\n");
    order.choices.mode = ImportMode(mode);
    order.choices.key = phoneKey;
    QList<int> found;
    for (const JudgedRow& row : fixture.rehearse(order).rows)
        found.append(int(row.outcome));
    QCOMPARE(found, outcomes);
}

void ImportPlanTest::showsEveryFieldThatChanges()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Lead Number,City,Visits,Child\n7,Wuhan,3,小雨\n"));
    ImportOrder order = fixture.order("Lead Number,City,Visits,Child,Stage,Remark\n"
                                      "7,Xi'an,4,小雨,paid,called\n");
    order.choices.mode = ImportMode::Update;
    order.choices.key = numberKey;
    const ImportPlan plan = fixture.rehearse(order);
    QHash<QString, QPair<QString, QString>> seen;
    for (const FieldDifference& one : plan.rows.at(0).differences) {
        const auto text = [](const FieldValue& value) {
            if (const auto* held = std::get_if<QString>(&value))
                return *held;
            const auto* number = std::get_if<double>(&value);
            return number ? QString::number(*number) : QString();
        };
        seen.insert(one.target.word(), {text(one.before), text(one.after)});
    }
    QCOMPARE(seen.size(), 4);
    QCOMPARE(seen.value(u"city"_s), qMakePair(u"Wuhan"_s, u"Xi'an"_s));
    QCOMPARE(seen.value(u"custom.Visits"_s), qMakePair(u"3"_s, u"4"_s));
    QCOMPARE(seen.value(u"remark"_s), qMakePair(QString(), u"called"_s));
    QVERIFY(seen.contains(u"stage"_s));
}

void ImportPlanTest::failsRowsThatCannotBeRead_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<int>("problem");
    QTest::newRow("no phone") << u"phone"_s << u"12"_s << int(ImportProblem::Unreadable);
    QTest::newRow("masked phone") << u"phone"_s << u"138****0001"_s << int(ImportProblem::Masked);
    QTest::newRow("masked WeChat") << u"wechatId"_s << u"a****z"_s << int(ImportProblem::Masked);
    QTest::newRow("no word") << u"intention"_s << u"huge"_s << int(ImportProblem::Unreadable);
    QTest::newRow("no time") << u"nextStepAt"_s << u"soon"_s << int(ImportProblem::Unreadable);
    QTest::newRow("no stage") << u"stage"_s << u"nowhere"_s << int(ImportProblem::UnknownStage);
    QTest::newRow("no cohort") << u"cohort"_s << u"Winter"_s << int(ImportProblem::UnknownCohort);
    QTest::newRow("no grade") << u"student.grade"_s << u"99"_s << int(ImportProblem::Unreadable);
    QTest::newRow("no account") << u"workAccount"_s << u"x"_s << int(ImportProblem::UnknownAccount);
}

void ImportPlanTest::failsRowsThatCannotBeRead()
{
    QFETCH(QString, target);
    QFETCH(QString, cell);
    QFETCH(int, problem);
    ImportFixture fixture;
    const QByteArray csv = "Name,X\nAnn," + cell.toUtf8() + "\nBea,\n";
    const ImportPlan plan = fixture.rehearse(fixture.order(csv, {{u"X"_s, target}}));
    QCOMPARE(plan.rows.at(0).outcome, ImportOutcome::Fail);
    QCOMPARE(problems(plan.rows.at(0)), QList<int>{problem});
    QCOMPARE(plan.rows.at(0).line, 2);
    QCOMPARE(plan.rows.at(1).outcome, ImportOutcome::Create);
}

void ImportPlanTest::letsMaskedCellsPassThatLookAsTheFamilyDoes()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Lead Number,Phone\n7,13800000001\n8,13900000002\n"));
    ImportOrder order =
        fixture.order("Lead Number,Phone,City\n7,138****0001,Wuhan\n8,138****0001,Wuhan\n",
            {{u"Phone"_s, u"phone"_s}});
    order.choices.mode = ImportMode::Update;
    order.choices.key = numberKey;
    const ImportPlan plan = fixture.rehearse(order);
    QCOMPARE(plan.rows.at(0).outcome, ImportOutcome::Update);
    QCOMPARE(plan.rows.at(0).differences.size(), size_t(1));
    QCOMPARE(plan.rows.at(1).outcome, ImportOutcome::Fail);
}

void ImportPlanTest::flagsLikeFamilies_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("phone") << QByteArray("Zoe,13800000001,,")
                           << QList<int>{int(ImportProblem::SamePhone)};
    QTest::newRow("WeChat, other case")
        << QByteArray("Zoe,,Sunny_1,") << QList<int>{int(ImportProblem::SameWechat)};
    QTest::newRow("both names, with a title")
        << QByteArray("王芳女士,,,小雨") << QList<int>{int(ImportProblem::SameName)};
    QTest::newRow("name of the parent alone") << QByteArray("王芳,,,") << QList<int>{};
    QTest::newRow("nobody") << QByteArray("Zoe,13800000009,moon,小晴") << QList<int>{};
}

void ImportPlanTest::flagsLikeFamilies()
{
    QFETCH(QByteArray, row);
    QFETCH(QList<int>, expected);
    ImportFixture fixture;
    const QByteArray header = "Name,Phone,WeChat,Child\n";
    fixture.run(fixture.order(header + "王芳,13800000001,sunny_1,小雨\n"));
    const ImportPlan plan = fixture.rehearse(fixture.order(header + row + '\n'));
    QCOMPARE(plan.rows.at(0).outcome, ImportOutcome::Create);
    QCOMPARE(problems(plan.rows.at(0)), expected);
    QCOMPARE(plan.warned, expected.isEmpty() ? 0 : 1);
    if (!expected.isEmpty())
        QCOMPARE(plan.rows.at(0).issues.at(0).family, RecordId(fixture.customers().at(0).id));
}

void ImportPlanTest::seesWhatEarlierRowsOfTheSheetDo()
{
    ImportFixture fixture;
    ImportOrder order =
        fixture.order("Phone,City\n13800000001,Wuhan\n13800000001,Xi'an\n13800000001,Xi'an\n");
    const ImportPlan created = fixture.rehearse(order);
    QCOMPARE(created.count(ImportOutcome::Create), 3);
    QCOMPARE(created.rows.at(1).issues.at(0).line, 2);
    order.choices.mode = ImportMode::Update;
    order.choices.key = phoneKey;
    const ImportPlan plan = fixture.rehearse(order);
    QCOMPARE(plan.rows.at(0).outcome, ImportOutcome::Create);
    QCOMPARE(plan.rows.at(1).outcome, ImportOutcome::Update);
    QCOMPARE(plan.rows.at(1).differences.at(0).before, FieldValue(u"Wuhan"_s));
    QCOMPARE(plan.rows.at(2).outcome, ImportOutcome::Unchanged);
}

void ImportPlanTest::failsAKeyThatSeveralFamiliesHave()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Phone\n13800000001\n13800000001\n"));
    ImportOrder order = fixture.order("Phone,City\n13800000001,Wuhan\n");
    order.choices.mode = ImportMode::Update;
    order.choices.key = phoneKey;
    const ImportPlan plan = fixture.rehearse(order);
    QCOMPARE(problems(plan.rows.at(0)), QList<int>{int(ImportProblem::SeveralFamilies)});
}

void ImportPlanTest::failsFamiliesOfOthers()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Phone\n13800000001\n"));
    ImportOrder order = fixture.order("Phone,City\n13800000001,Wuhan\n");
    order.choices.mode = ImportMode::Update;
    order.choices.key = phoneKey;
    order.viewer.user = fixture.ids().next();
    const ImportPlan plan = fixture.rehearse(order);
    QCOMPARE(problems(plan.rows.at(0)), QList<int>{int(ImportProblem::NotAllowed)});
}

void ImportPlanTest::takesAnEmptyRowForNone()
{
    ImportFixture fixture;
    ImportOrder order = fixture.order("Name,City\nAnn,\n,\nSelect,select\n");
    order.choices.emptyWords = {u"Select"_s};
    const ImportPlan plan = fixture.rehearse(order);
    QCOMPARE(plan.count(ImportOutcome::Create), 1);
    QCOMPARE(plan.count(ImportOutcome::Skip), 2);
}

void ImportPlanTest::countsUnknownChannels()
{
    ImportFixture fixture;
    const ImportPlan plan =
        fixture.rehearse(fixture.order("Name,Source\nAnn,web\nBea,WEB FORM\nCai,Street\n"));
    QCOMPARE(plan.unknownChannels, 1);
    QCOMPARE(plan.count(ImportOutcome::Create), 3);
}

void ImportPlanTest::stopsWhenCancelled()
{
    ImportFixture fixture;
    QByteArray csv("Name\n");
    for (int i = 0; i < 1200; ++i)
        csv += "Ann " + QByteArray::number(i) + '\n';
    ImportRehearsal rehearsal(fixture.workspace(),
        std::make_shared<const ImportOrder>(fixture.order(csv)), fixture.clock());
    ImportPlan plan;
    connect(
        &rehearsal, &ImportRehearsal::finished, this, [&](const ImportPlan& made) { plan = made; });
    connect(&rehearsal, &ImportRehearsal::progressed, &rehearsal, [&] { rehearsal.cancel(); });
    rehearsal.start();
    QVERIFY(!plan.complete);
    QCOMPARE(plan.rows.size(), size_t(500));
}

void ImportPlanTest::onlyTheOwnerReadsRejectedRows()
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", QFile::encodeName(home.path()));
    // As the folder of documents where there is none.
    const Result<QString> path = writeRejects(home.filePath(u"Documents/homeroom.csv"_s), "x");
    qputenv("HOME", before);
    QVERIFY(path.ok());
    QCOMPARE(QFileInfo(*path).absolutePath(), home.path());
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(*path).permissions() & others));
}

HOMEROOM_TEST_MAIN(ImportPlanTest)
#include "importplantest.moc"
