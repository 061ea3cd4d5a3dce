// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/export/exporttable.h"
#include "tests/support/importfixture.h"
#include "tests/support/testmain.h"

#include <QBuffer>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const ImportTarget idKey{ImportTargetKind::Customer, u"id"_s};

QByteArray exported(ImportFixture& fixture, const ExportRequest& request, ExportReport& report)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Result<ExportReport> made = fixture.reader().read(
        [&](Database& database) { return exportCsv(database, request, buffer); });
    report = made.ok() ? *made : ExportReport{};
    return made.ok() ? buffer.data() : QByteArray();
}

/// Texts that break naive writers and readers.
QString hardText(QRandomGenerator& random)
{
    static const QStringList parts{u"=1+1"_s, u"+49"_s, u"-5"_s, u"@x"_s, u"'"_s, u"''="_s, u"\""_s,
        u","_s, u";"_s, u"\n"_s, u"\t"_s, u" "_s, u"😀"_s, u"王芳"_s, u"\\"_s, u"|"_s, u"007"_s,
        u"a"_s, u"＝"_s, u"yes"_s};
    QString text;
    for (int n = random.bounded(1, 5); n > 0; --n)
        text += parts.at(random.bounded(int(parts.size())));
    return text;
}

QString oneLine(QString text)
{
    return text.replace(u'\n', u' ').replace(u'\t', u' ');
}

Customer randomCustomer(ImportFixture& fixture, QRandomGenerator& random)
{
    Customer customer;
    customer.id = fixture.newId<Customer>();
    customer.name = oneLine(hardText(random));
    customer.phone = u"+86138%1"_s.arg(random.bounded(100000000), 8, 10, QChar(u'0'));
    customer.wechatNick = oneLine(hardText(random));
    customer.remark = hardText(random);
    customer.relation = FamilyRelation(random.bounded(6));
    customer.tier = Tier(random.bounded(5));
    customer.score = random.bounded(100);
    customer.nextStepAt = 1764000000000 + random.bounded(1000000);
    customer.consent = random.bounded(2) == 1;
    if (random.bounded(2) == 1)
        customer.tags = {fixture.tag().toString()};
    customer.channel = fixture.channel();
    customer.custom = {{u"note \"x\""_s, hardText(random)}, {u"=odd"_s, u"5"_s},
        {u"visits"_s, random.bounded(1000) / 8.0}, {u"vip"_s, random.bounded(2) == 1}};
    customer.createdAt = 1764000000000 + random.bounded(1000);
    return customer;
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackUnchanged();
    void comesBackIntoAnotherStore();
    void restoresWhatWasChangedMeanwhile();
    void masksContactsOfOtherPeoplesFamilies();
    void leavesOutFamiliesOfOthersForATutor();
    void keepsToTheRolesBound();
    void stopsWhenToldTo();
    void exportsEveryType();
    void givesTheColumnsAndHeadingsAskedFor();
};

void ExportTest::comesBackUnchanged()
{
    constexpr quint32 seed = 20261121;
    QRandomGenerator random(seed);
    ImportFixture fixture;
    std::vector<Mutation> made;
    for (int i = 0; i < 300; ++i)
        made.push_back(createMutation(randomCustomer(fixture, random)));
    QVERIFY(fixture.apply(std::move(made)).ok());
    ExportReport report;
    const QByteArray csv = exported(fixture, {RecordKind::Customer, fixture.tutor()}, report);
    QCOMPARE(report.rows, 300);
    ImportOrder order = fixture.order(csv);
    QVERIFY(order.table.ownExport);
    order.choices.mode = ImportMode::Update;
    order.choices.key = idKey;
    const ImportPlan plan = fixture.rehearse(order);
    for (const JudgedRow& row : plan.rows) {
        if (row.outcome != ImportOutcome::Unchanged)
            qWarning("seed %u, line %lld: %s", seed, row.line,
                row.differences.empty() ? "issue"
                                        : qPrintable(row.differences.at(0).target.word()));
    }
    QCOMPARE(plan.count(ImportOutcome::Unchanged), 300);
}

void ExportTest::comesBackIntoAnotherStore()
{
    QRandomGenerator random(7);
    ImportFixture fixture;
    std::vector<Mutation> made;
    for (int i = 0; i < 50; ++i)
        made.push_back(createMutation(randomCustomer(fixture, random)));
    QVERIFY(fixture.apply(std::move(made)).ok());
    ExportReport report;
    const QByteArray csv = exported(fixture, {RecordKind::Customer, fixture.tutor()}, report);
    const std::vector<Customer> before = fixture.customers();
    ImportFixture other;
    QCOMPARE(other.run(other.order(csv)).count(ImportOutcome::Create), 50);
    const std::vector<Customer> after = other.customers();
    QCOMPARE(after.size(), before.size());
    for (size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].name, before[i].name);
        QCOMPARE(after[i].phone, before[i].phone);
        QCOMPARE(after[i].wechatNick, before[i].wechatNick);
        QCOMPARE(after[i].remark, before[i].remark);
        QCOMPARE(after[i].channel, other.channel());
        QCOMPARE(after[i].nextStepAt, before[i].nextStepAt);
        QCOMPARE(after[i].createdAt, before[i].createdAt);
        QCOMPARE(after[i].custom.value(u"note \"x\""_s), before[i].custom.value(u"note \"x\""_s));
        QCOMPARE(after[i].custom.value(u"visits"_s), before[i].custom.value(u"visits"_s));
    }
}

void ExportTest::restoresWhatWasChangedMeanwhile()
{
    ImportFixture fixture;
    ImportOrder first = fixture.order("Name,City,Stage,Child,年级\nAnn,Wuhan,friend,小雨,3\n");
    first.choices.guardiansAgreed = true;
    fixture.run(first);
    ExportReport report;
    const QByteArray csv = exported(fixture, {RecordKind::Customer, fixture.tutor()}, report);
    const Customer customer = fixture.customers().at(0);
    Change<Customer> change(customer.id, customer.id);
    change.set(&Customer::city, u"Xi'an"_s);
    QVERIFY(fixture.apply({change.mutation()}).ok());
    ImportOrder order = fixture.order(csv);
    order.choices.mode = ImportMode::Update;
    order.choices.key = idKey;
    const ImportPlan plan = fixture.rehearse(order);
    QCOMPARE(plan.rows.at(0).differences.size(), size_t(1));
    QCOMPARE(plan.rows.at(0).differences.at(0).after, FieldValue(u"Wuhan"_s));
}

void ExportTest::masksContactsOfOtherPeoplesFamilies()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Name,Phone,WeChat\nAnn,13800000001,sunny\n"));
    ExportReport report;
    ExportRequest request{RecordKind::Customer, fixture.operations()};
    const QByteArray masked = exported(fixture, request, report);
    QCOMPARE(report.masked, 1);
    QVERIFY(!masked.contains("13800000001"));
    QVERIFY(!masked.contains("sunny"));
    QVERIFY(masked.contains("+86138****0001"));
    request.viewer = fixture.tutor();
    QVERIFY(exported(fixture, request, report).contains("+8613800000001"));
    QCOMPARE(report.masked, 0);
}

void ExportTest::leavesOutFamiliesOfOthersForATutor()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Name,Child\nAnn,小雨\n"));
    ExportReport report;
    ExportRequest request{RecordKind::Customer, fixture.tutor()};
    request.viewer.user = fixture.ids().next();
    QVERIFY(!exported(fixture, request, report).contains("Ann"));
    QCOMPARE(report.rows, 0);
    request.kind = RecordKind::Student;
    exported(fixture, request, report);
    QCOMPARE(report.rows, 0);
}

void ExportTest::keepsToTheRolesBound()
{
    ImportFixture fixture;
    QByteArray csv("Name\n");
    for (int i = 0; i < 520; ++i)
        csv += "Ann\n";
    fixture.run(fixture.order(csv));
    ExportReport report;
    ExportRequest request{RecordKind::Customer, fixture.tutor()};
    exported(fixture, request, report);
    QCOMPARE(report.rows, 500);
    QCOMPARE(report.leftOut, 20);
    request.viewer = fixture.operations();
    exported(fixture, request, report);
    QCOMPARE(report.rows, 520);
    QCOMPARE(report.leftOut, 0);
}

void ExportTest::stopsWhenToldTo()
{
    ImportFixture fixture;
    QByteArray csv("Name\n");
    for (int i = 0; i < 1100; ++i)
        csv += "Ann\n";
    fixture.run(fixture.order(csv));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto report = fixture.reader().read([&](Database& database) {
        return exportCsv(database, {RecordKind::Customer, fixture.operations()}, buffer,
            [](qint64) { return false; });
    });
    QVERIFY(report.ok());
    QVERIFY(report->cancelled);
    QCOMPARE(report->rows, 500);
}

void ExportTest::exportsEveryType()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Name,Child,Note\nAnn,小雨,said yes\n"));
    for (const RecordKind kind : allRecordKinds()) {
        ExportReport report;
        const QByteArray csv = exported(fixture, {kind, fixture.tutor()}, report);
        const Result<ImportTable> table = importTable(csv);
        QVERIFY(table.ok());
        QCOMPARE(table->rows.size(), size_t(report.rows));
        QCOMPARE(table->columns.at(0), u"id"_s);
    }
}

void ExportTest::givesTheColumnsAndHeadingsAskedFor()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Name,Stage,Child\nAnn,paid,小雨\n"));
    ExportReport report;
    ExportRequest request{RecordKind::Customer, fixture.tutor()};
    request.columns = {u"name"_s, u"stage"_s, u"student.name"_s};
    request.heading = [](const QString& word) { return word.toUpper(); };
    QCOMPARE(exported(fixture, request, report),
        QByteArray("\xef\xbb\xbfNAME,STAGE,STUDENT.NAME\r\nAnn,paid,小雨\r\n"));
}

HOMEROOM_TEST_MAIN(ExportTest)
#include "exporttest.moc"
