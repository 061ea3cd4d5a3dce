// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/clientdatabase.h"
#include "models/store/import/importrejects.h"
#include "models/store/import/matchchannels.h"
#include "tests/support/importfixture.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const ImportTarget phoneKey{ImportTargetKind::Customer, u"phone"_s};

/// Lets the n-th statement that writes fail, once.
class FailingStatement : public StatementObserver {
public:
    void aboutToStep(const char* sql) override
    {
        const QByteArray text(sql);
        if (m_countdown < 0 || !(text.startsWith("INSERT") || text.startsWith("COMMIT")))
            return;
        if (m_countdown-- == 0)
            throw SQLite::Exception("disk I/O error", 10);
    }
    void failAfter(int statements) { m_countdown = statements; }
    bool hasFailed() const { return m_countdown < 0; }

private:
    int m_countdown = -1;
};

QByteArray manyRows(int count)
{
    QByteArray csv("Name,Phone,Child\n");
    for (int i = 0; i < count; ++i)
        csv += "Ann,138" + QByteArray::number(i).rightJustified(8, '0') + ",Kid\n";
    return csv;
}

} // namespace

class ImportJobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesFamilyChildAndCard();
    void putsCardsBehindTheOthersInTheOrderOfTheSheet();
    void closesCardsWithoutAReason();
    void fillsOnlyEmptyFieldsWhenAppending();
    void updatesOnlyWhatTheRowSays();
    void leavesKnownFamiliesOutWhenSkipping();
    void addsTagsAndKeepsUnknownOnes();
    void makesCustomFieldsWhereTheViewerMay();
    void keepsCustomValuesWhereTheViewerMayNot();
    void undoesTheWholeBatch();
    void undoesUpdates();
    void stopsBetweenChunksWhenCancelled();
    void staysWholeWhenAStatementFails_data();
    void staysWholeWhenAStatementFails();
    void writesRejectedRowsThatCanBeImportedAgain();
    void matchesChannelsLater();
    void runsWithThreads();
    void doesNotRepeatNotes();
};

void ImportJobTest::makesFamilyChildAndCard()
{
    ImportFixture fixture;
    ImportOrder order = fixture.order("姓名,手机,来源,孩子,年级,备注,营期\n王芳,138 0000 "
                                      "0001,web,小雨,三年级,\" 两行\n话 \",spring\n");
    order.choices.guardiansAgreed = true;
    const ImportResult result = fixture.run(order);
    QCOMPARE(result.count(ImportOutcome::Create), 1);
    const Customer customer = fixture.customers().at(0);
    QCOMPARE(customer.name, u"王芳"_s);
    QCOMPARE(customer.phone, u"+8613800000001"_s);
    QCOMPARE(customer.channel, fixture.channel());
    QCOMPARE(customer.sourceText, QString());
    QCOMPARE(customer.remark, u"两行\n话"_s);
    QCOMPARE(customer.owner, Id<User>(fixture.tutor().user));
    QCOMPARE(customer.createdAt, fixture.clock().now());
    const auto students = familyRecords<Student>(fixture.reader(), customer.id);
    QCOMPARE(students.size(), size_t(1));
    QCOMPARE(students[0].name, u"小雨"_s);
    QCOMPARE(students[0].grade, std::optional<qint64>(3));
    const Opportunity card = fixture.cards().at(0);
    QCOMPARE(card.customer, customer.id);
    QCOMPARE(card.student, students[0].id);
    QCOMPARE(card.stage, fixture.stage(u"new"_s));
    QCOMPARE(card.cohort, fixture.cohort());
    QVERIFY(!card.closedAt);
}

void ImportJobTest::putsCardsBehindTheOthersInTheOrderOfTheSheet()
{
    ImportFixture fixture;
    for (int round = 0; round < 3; ++round)
        fixture.run(fixture.order(manyRows(150)));
    const std::vector<Opportunity> cards = fixture.cards();
    QCOMPARE(cards.size(), size_t(450));
    QSet<QString> ranks;
    for (size_t i = 0; i < cards.size(); ++i) {
        ranks.insert(cards[i].rank);
        QVERIFY2(cards[i].rank.size() < 12, qPrintable(cards[i].rank));
        const auto customer = fixture.find(cards[i].customer);
        const QString phone = u"+86138%1"_s.arg(int(i) % 150, 8, 10, QChar(u'0'));
        QCOMPARE(customer->phone, phone);
    }
    QCOMPARE(ranks.size(), 450);
}

void ImportJobTest::closesCardsWithoutAReason()
{
    ImportFixture fixture;
    const QJsonObject map{{u"Done"_s,
        QJsonObject{{u"field"_s, u"stage"_s},
            {u"values"_s, QJsonObject{{u"1"_s, u"paid"_s}, {u"0"_s, u"lost"_s}}}}}};
    fixture.run(fixture.order("Name,Done\nAnn,1\nBea,0\nCai,\n", map));
    QHash<QString, Opportunity> byName;
    for (const Opportunity& card : fixture.cards())
        byName.insert(fixture.find(card.customer)->name, card);
    QCOMPARE(byName.size(), 2); // no stage said, no card made
    QCOMPARE(byName.value(u"Ann"_s).stage, fixture.stage(u"paid"_s));
    QCOMPARE(byName.value(u"Bea"_s).stage, fixture.stage(u"lost"_s));
    QCOMPARE(byName.value(u"Bea"_s).closedAt, std::optional(fixture.clock().now()));
    QVERIFY(byName.value(u"Bea"_s).lostReason.isEmpty());
}

void ImportJobTest::fillsOnlyEmptyFieldsWhenAppending()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Phone,City,Visits\n13800000001,Wuhan,3\n"));
    ImportOrder order = fixture.order("Phone,City,Visits,Remark,关系,Likes,Child\n"
                                      "13800000001,Xi'an,9,called,妈妈,music,小雨\n");
    order.choices.mode = ImportMode::Append;
    order.choices.key = phoneKey;
    const ImportResult result = fixture.run(order);
    QCOMPARE(result.count(ImportOutcome::Append), 1);
    const Customer customer = fixture.customers().at(0);
    QCOMPARE(customer.city, u"Wuhan"_s);
    QCOMPARE(customer.remark, u"called"_s);
    QCOMPARE(customer.relation, FamilyRelation::Mother);
    QCOMPARE(customer.custom, (QJsonObject{{u"Visits"_s, 3}, {u"Likes"_s, u"music"_s}}));
    QCOMPARE(familyRecords<Student>(fixture.reader(), customer.id).size(), size_t(1));
}

void ImportJobTest::updatesOnlyWhatTheRowSays()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Phone,City,Remark,Visits,Child\n13800000001,Wuhan,kind,3,小雨\n"));
    ImportOrder order = fixture.order("Phone,City,Remark,Visits,Child,Stage\n"
                                      "13800000001,,loud,4,小晴,paid\n13800000002,,,,,\n");
    order.choices.mode = ImportMode::Update;
    order.choices.key = phoneKey;
    const ImportResult result = fixture.run(order);
    QCOMPARE(result.count(ImportOutcome::Update), 1);
    QCOMPARE(result.count(ImportOutcome::Create), 1);
    const Customer customer = fixture.customers().at(0);
    QCOMPARE(customer.city, u"Wuhan"_s);
    QCOMPARE(customer.remark, u"loud"_s);
    QCOMPARE(customer.custom.value(u"Visits"_s).toInt(), 4);
    // Another name is another child, never the first one renamed.
    QCOMPARE(familyRecords<Student>(fixture.reader(), customer.id).size(), size_t(2));
    const auto cards = familyRecords<Opportunity>(fixture.reader(), customer.id);
    QCOMPARE(cards.size(), size_t(1));
    QCOMPARE(cards[0].stage, fixture.stage(u"paid"_s));
    QVERIFY(cards[0].closedAt);
}

void ImportJobTest::leavesKnownFamiliesOutWhenSkipping()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Phone,City\n13800000001,Wuhan\n"));
    ImportOrder order =
        fixture.order("Phone,City\n13800000001,Xi'an\n13800000002,Xi'an\n13800000002,Hefei\n");
    order.choices.mode = ImportMode::Skip;
    order.choices.key = phoneKey;
    const ImportResult result = fixture.run(order);
    QCOMPARE(result.count(ImportOutcome::Skip), 2);
    QCOMPARE(result.count(ImportOutcome::Create), 1);
    QCOMPARE(fixture.customers().at(0).city, u"Wuhan"_s);
    QCOMPARE(fixture.customers().at(1).city, u"Xi'an"_s);
}

void ImportJobTest::addsTagsAndKeepsUnknownOnes()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Phone,标签\n13800000001,eager；Shy\n", {{u"标签"_s, u"tags"_s}}));
    const Customer customer = fixture.customers().at(0);
    QCOMPARE(customer.tags, QStringList{fixture.tag().toString()});
    QCOMPARE(customer.custom.value(u"标签"_s).toString(), u"Shy"_s);
    ImportOrder again = fixture.order("Phone,标签\n13800000001,Eager\n", {{u"标签"_s, u"tags"_s}});
    again.choices.mode = ImportMode::Update;
    again.choices.key = phoneKey;
    QCOMPARE(fixture.run(again).count(ImportOutcome::Unchanged), 1);
}

void ImportJobTest::makesCustomFieldsWhereTheViewerMay()
{
    ImportFixture fixture;
    ImportOrder order = fixture.order("Name,Visits,Colour\nAnn,3,red\n");
    order.viewer = fixture.operations();
    const ImportResult result = fixture.run(order);
    const auto fields = listRecords<CustomField>(fixture.reader(), "1 ORDER BY rank");
    QCOMPARE(fields.size(), size_t(2));
    QCOMPARE(fields[0].key, u"Visits"_s);
    QCOMPARE(fields[0].kind, CustomFieldKind::Number);
    QCOMPARE(fields[1].kind, CustomFieldKind::Text);
    QVERIFY(fixture.store().undoEntry(result.undoEntry).result().ok());
    QVERIFY(listRecords<CustomField>(fixture.reader()).empty());
}

void ImportJobTest::keepsCustomValuesWhereTheViewerMayNot()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Name,Visits,Colour\nAnn,3,red\n"));
    QVERIFY(listRecords<CustomField>(fixture.reader()).empty());
    QCOMPARE(
        fixture.customers().at(0).custom, (QJsonObject{{u"Visits"_s, 3}, {u"Colour"_s, u"red"_s}}));
}

void ImportJobTest::undoesTheWholeBatch()
{
    ImportFixture fixture;
    const qint64 steps = fixture.undoSteps();
    const ImportResult result = fixture.run(fixture.order(manyRows(350)));
    QCOMPARE(result.count(ImportOutcome::Create), 350);
    QCOMPARE(fixture.undoSteps(), steps + 1);
    QVERIFY(fixture.store().undo().result().ok());
    QVERIFY(fixture.customers().empty());
    QVERIFY(fixture.cards().empty());
    QVERIFY(fixture.store().redo().result().ok());
    QCOMPARE(fixture.customers().size(), size_t(350));
}

void ImportJobTest::undoesUpdates()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Phone,City,Visits\n13800000001,Wuhan,3\n13800000002,Hefei,4\n"));
    const std::vector<Customer> before = fixture.customers();
    const std::vector<Opportunity> cards = fixture.cards();
    ImportOrder order =
        fixture.order("Phone,City,Visits,Likes,Stage\n13800000001,Xi'an,5,tea,paid\n"
                      "13800000002,Xi'an,6,tea,lost\n13800000001,Luoyang,7,tea,new\n");
    order.choices.mode = ImportMode::Update;
    order.choices.key = phoneKey;
    const ImportResult result = fixture.run(order);
    QCOMPARE(result.count(ImportOutcome::Update), 3);
    QCOMPARE(fixture.customers().at(0).city, u"Luoyang"_s);
    QVERIFY(fixture.store().undoEntry(result.undoEntry).result().ok());
    QCOMPARE(fixture.customers(), before);
    QCOMPARE(fixture.cards(), cards);
}

void ImportJobTest::stopsBetweenChunksWhenCancelled()
{
    ImportFixture fixture;
    ImportRun run(std::make_shared<const ImportOrder>(fixture.order(manyRows(350))),
        fixture.clock(), QRandomGenerator(3));
    const ImportResult result = runImport(fixture.workspace(), run, [&](qint64 done) {
        if (done > 0)
            run.cancel();
    });
    QVERIFY(result.cancelled);
    QVERIFY(!result.stopped);
    const auto made = fixture.customers().size();
    QVERIFY(made > 0 && made < 350);
    QCOMPARE(result.count(ImportOutcome::Create), qint64(made));
    QVERIFY(fixture.store().undoEntry(result.undoEntry).result().ok());
    QVERIFY(fixture.customers().empty());
}

void ImportJobTest::staysWholeWhenAStatementFails_data()
{
    QTest::addColumn<int>("statement");
    for (const int n : {0, 1, 7, 100, 899, 900, 901, 950, 1400, 2000})
        QTest::addRow("statement %d", n) << n;
}

void ImportJobTest::staysWholeWhenAStatementFails()
{
    QFETCH(int, statement);
    FailingStatement failing;
    ImportFixture fixture(&failing);
    ImportOrder order = fixture.order(manyRows(250));
    order.choices.key = phoneKey;
    order.choices.mode = ImportMode::Skip;
    failing.failAfter(statement);
    const ImportResult stopped = fixture.run(order);
    QVERIFY(failing.hasFailed());
    QVERIFY(stopped.stopped);
    QCOMPARE(stopped.stopped->code, ErrorCode::Database);
    const auto made = fixture.customers().size();
    QCOMPARE(stopped.count(ImportOutcome::Create), qint64(made));
    QCOMPARE(fixture.cards().size(), made); // every family is whole
    QCOMPARE(listRecords<Student>(fixture.reader()).size(), made);
    const ImportResult finished = fixture.run(order);
    QVERIFY(!finished.stopped);
    QCOMPARE(finished.count(ImportOutcome::Skip), qint64(made));
    QCOMPARE(fixture.customers().size(), size_t(250));
    QCOMPARE(fixture.cards().size(), size_t(250));
}

void ImportJobTest::writesRejectedRowsThatCanBeImportedAgain()
{
    ImportFixture fixture;
    ImportOrder order = fixture.order(
        "Name,Phone\nAnn,13800000001\n'=Bea,12\nCai,138****0002\n", {{u"Phone"_s, u"phone"_s}});
    const ImportResult result = fixture.run(order);
    QCOMPARE(result.count(ImportOutcome::Create), 1);
    QCOMPARE(result.count(ImportOutcome::Fail), 2);
    const QByteArray csv = rejectsCsv(order, result.rejected);
    const ImportOrder again = fixture.order(csv, {{u"Phone"_s, u"phone"_s}});
    const std::vector<QString> columns{u"Name"_s, u"Phone"_s, u"line"_s, u"reason"_s};
    QCOMPARE(again.table.columns, columns);
    QCOMPARE(again.table.rows.size(), size_t(2));
    QCOMPARE(again.table.cell(0, 0), u"=Bea"_s);
    QCOMPARE(again.table.cell(0, 2), u"3"_s);
    QVERIFY(again.table.cell(0, 3).startsWith(u"Phone: "_s));
    QVERIFY(again.table.cell(1, 3).contains(u"masked"_s));
    QCOMPARE(again.choices.mapping.columns.at(2).target.kind, ImportTargetKind::Skip);
    QCOMPARE(again.choices.mapping.columns.at(3).target.kind, ImportTargetKind::Skip);
}

void ImportJobTest::matchesChannelsLater()
{
    ImportFixture fixture;
    fixture.run(fixture.order("Name,Source\nAnn,Street\nBea,Moon\nCai,web\n"));
    QCOMPARE(fixture.customerNamed(u"Ann"_s).sourceText, u"Street"_s);
    Channel street;
    street.id = fixture.newId<Channel>();
    street.name = u"Leaflets"_s;
    street.aliases = {u"street"_s};
    QVERIFY(fixture.apply({createMutation(street)}).ok());
    const auto match = [&] {
        return fixture.reader()
            .read([&](Database& database) {
                return matchChannels(database, fixture.operations(), fixture.ids().next());
            })
            .value();
    };
    Edit edit = match();
    QCOMPARE(edit.mutations.size(), size_t(1));
    QVERIFY(fixture.store().apply(edit).result().ok());
    QCOMPARE(fixture.customerNamed(u"Ann"_s).channel, street.id);
    QVERIFY(fixture.customerNamed(u"Bea"_s).channel.isNull());
    QVERIFY(match().mutations.empty());
}

void ImportJobTest::runsWithThreads()
{
    ImportFixture fixture;
    const auto order = std::make_shared<const ImportOrder>(fixture.order(manyRows(350)));
    const QTemporaryDir folder;
    DatabaseOptions options = fixture.options();
    options.path = folder.filePath(u"threads.db"_s);
    const auto workspace = Workspace::open(options, fixture.clock(), Threading::OwnThreads);
    QVERIFY(workspace.ok());
    ImportJob job(**workspace, order, fixture.clock());
    std::optional<ImportResult> result;
    connect(&job, &ImportJob::finished, this, [&](const ImportResult& made) { result = made; });
    job.start();
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->count(ImportOutcome::Create), 350);
    const auto count = (*workspace)->reader().read([](Database& database) {
        return countRows(database, recordTypeOf<Customer>());
    });
    QCOMPARE(*count, 350);
}

void ImportJobTest::doesNotRepeatNotes()
{
    ImportFixture fixture;
    ImportOrder order = fixture.order("Phone,跟进记录\n13800000001,said yes\n");
    order.choices.mode = ImportMode::Update;
    order.choices.key = phoneKey;
    QCOMPARE(fixture.run(order).count(ImportOutcome::Create), 1);
    QCOMPARE(fixture.run(order).count(ImportOutcome::Unchanged), 1);
    const auto notes = listRecords<FollowUp>(fixture.reader());
    QCOMPARE(notes.size(), size_t(1));
    QCOMPARE(notes[0].text, u"said yes"_s);
}

HOMEROOM_TEST_MAIN(ImportJobTest)
#include "importjobtest.moc"
