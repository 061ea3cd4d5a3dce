// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failat.h"
#include "tests/support/storefixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

Customer aCustomer(StoreFixture& fixture, const QString& name)
{
    Customer customer;
    customer.id = fixture.newId<Customer>();
    customer.name = name;
    return customer;
}

/// Every byte of the tables an edit writes, as text.
QString dump(Database& database)
{
    QString text;
    const std::pair<QByteArray, int> tables[] = {{"r_customer", 20}, {"r_followup", 16},
        {"outbox", 12}, {"base_row", 4}, {"undo_entry", 5}, {"undo_change", 5}};
    for (const auto& [table, columns] : tables) {
        Statement rows = database.statement("SELECT * FROM " + table);
        while (rows.step()) {
            for (int column = 0; column < columns; ++column)
                text += QString::fromLatin1(rows.blob(column).toHex()) + u'|';
        }
    }
    return text;
}

} // namespace

class EditWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createWritesRowOutboxAndUndoTogether();
    void createFillsOwnerOfTheAuthor();
    void setOfTheSameValueLeavesNoTrace();
    void serverOnlyFieldIsRefused();
    void appendOnlyRecordIsNotChanged();
    void childWithoutParentIsRefused();
    void undoOfASetRestoresTheValue();
    void undoRefusesWhenTheValueChangedSince();
    void undoOfACreateRefusesWhenChildrenFollowed();
    void redoAfterUndoOfACreateBringsTheRecordBack();
    void batchIsOneUndoStep();
    void setsCommute();
    void objectPatchTouchesOnlyItsKeys();
    void failureAtAnyStatementLeavesNothing();
    void survivesReopening();
    void wrongKeyDoesNotOpen();
    void everyDescribedFieldHasItsColumn();
    void fileOnDiskHoldsNoPlainText();
};

void EditWriterTest::createWritesRowOutboxAndUndoTogether()
{
    StoreFixture fixture;
    const Customer customer = aCustomer(fixture, u"王芳"_s);
    QSignalSpy spy(&fixture.store(), &RecordStore::changed);
    const auto receipt = fixture.apply({createMutation(customer)}, u"Added"_s);
    QVERIFY(receipt.ok());
    QCOMPARE(fixture.find(customer.id)->name, u"王芳"_s);
    QCOMPARE(fixture.outboxCount(), 1);
    QVERIFY(receipt->undoEntry > 0);
    QCOMPARE(spy.size(), 1);
}

void EditWriterTest::createFillsOwnerOfTheAuthor()
{
    StoreFixture fixture;
    const RecordId user = fixture.ids().next();
    const RecordId team = fixture.ids().next();
    fixture.store().setAuthor({user, team});
    const Customer customer = aCustomer(fixture, u"李建国"_s);
    QVERIFY(fixture.apply({createMutation(customer)}).ok());
    QCOMPARE(RecordId(fixture.find(customer.id)->owner), user);
    QCOMPARE(RecordId(fixture.find(customer.id)->team), team);
}

void EditWriterTest::setOfTheSameValueLeavesNoTrace()
{
    StoreFixture fixture;
    const Customer customer = aCustomer(fixture, u"陈静"_s);
    QVERIFY(fixture.apply({createMutation(customer)}).ok());
    const auto receipt = fixture.apply(
        {Change<Customer>(customer.id, customer.id).set(&Customer::name, u"陈静"_s).mutation()});
    QVERIFY(receipt.ok());
    QCOMPARE(receipt->undoEntry, 0);
    QCOMPARE(fixture.outboxCount(), 1);
}

void EditWriterTest::serverOnlyFieldIsRefused()
{
    StoreFixture fixture;
    const Customer customer = aCustomer(fixture, u"陈静"_s);
    QVERIFY(fixture.apply({createMutation(customer)}).ok());
    const auto receipt = fixture.apply({Change<Customer>(customer.id, customer.id)
                                            .set(&Customer::owner, fixture.newId<User>())
                                            .mutation()});
    QVERIFY(!receipt.ok());
    QCOMPARE(receipt.error().code, ErrorCode::Forbidden);
    QCOMPARE(receipt.error().field, u"owner"_s);
    QCOMPARE(fixture.outboxCount(), 1);
}

void EditWriterTest::appendOnlyRecordIsNotChanged()
{
    StoreFixture fixture;
    const Customer customer = aCustomer(fixture, u"陈静"_s);
    FollowUp followUp;
    followUp.id = fixture.newId<FollowUp>();
    followUp.customer = customer.id;
    followUp.text = u"妈妈关心期末"_s;
    QVERIFY(fixture.apply({createMutation(customer), createMutation(followUp)}).ok());
    const auto receipt = fixture.apply(
        {Change<FollowUp>(followUp.id, customer.id).set(&FollowUp::text, u"x"_s).mutation()});
    QCOMPARE(receipt.error().code, ErrorCode::Forbidden);
}

void EditWriterTest::childWithoutParentIsRefused()
{
    StoreFixture fixture;
    FollowUp followUp;
    followUp.id = fixture.newId<FollowUp>();
    QCOMPARE(fixture.apply({createMutation(followUp)}).error().code, ErrorCode::Invalid);
    QCOMPARE(fixture.outboxCount(), 0);
}

void EditWriterTest::undoOfASetRestoresTheValue()
{
    StoreFixture fixture;
    const Customer customer = aCustomer(fixture, u"陈静"_s);
    QVERIFY(fixture.apply({createMutation(customer)}).ok());
    QVERIFY(fixture
                .apply({Change<Customer>(customer.id, customer.id)
                               .set(&Customer::tier, Tier::A)
                               .mutation()},
                    u"Tier A"_s)
                .ok());
    const auto undone = fixture.store().undo().result();
    QVERIFY(undone.ok());
    QCOMPARE(undone->label, u"Tier A"_s);
    QCOMPARE(fixture.find(customer.id)->tier, Tier::None);
    QVERIFY(fixture.store().redo().result().ok());
    QCOMPARE(fixture.find(customer.id)->tier, Tier::A);
}

void EditWriterTest::undoRefusesWhenTheValueChangedSince()
{
    StoreFixture fixture;
    const Customer customer = aCustomer(fixture, u"陈静"_s);
    QVERIFY(fixture.apply({createMutation(customer)}).ok());
    const auto first = fixture.apply(
        {Change<Customer>(customer.id, customer.id).set(&Customer::city, u"上海"_s).mutation()});
    QVERIFY(fixture
                .apply({Change<Customer>(customer.id, customer.id)
                            .set(&Customer::city, u"杭州"_s)
                            .mutation()})
                .ok());
    const auto undone = fixture.store().undoEntry(first->undoEntry).result();
    QCOMPARE(undone.error().code, ErrorCode::Changed);
    QCOMPARE(undone.error().field, u"city"_s);
    QCOMPARE(fixture.find(customer.id)->city, u"杭州"_s);
}

void EditWriterTest::undoOfACreateRefusesWhenChildrenFollowed()
{
    StoreFixture fixture;
    const Customer customer = aCustomer(fixture, u"陈静"_s);
    const auto created = fixture.apply({createMutation(customer)});
    Student student;
    student.id = fixture.newId<Student>();
    student.customer = customer.id;
    QVERIFY(fixture.apply({createMutation(student)}).ok());
    const auto undone = fixture.store().undoEntry(created->undoEntry).result();
    QCOMPARE(undone.error().code, ErrorCode::Depends);
    QVERIFY(fixture.find(customer.id));
}

void EditWriterTest::redoAfterUndoOfACreateBringsTheRecordBack()
{
    StoreFixture fixture;
    const Customer customer = aCustomer(fixture, u"陈静"_s);
    QVERIFY(fixture.apply({createMutation(customer)}).ok());
    QVERIFY(fixture.store().undo().result().ok());
    QVERIFY(!fixture.find(customer.id));
    QVERIFY(fixture.store().redo().result().ok());
    QCOMPARE(fixture.find(customer.id)->name, u"陈静"_s);
}

void EditWriterTest::batchIsOneUndoStep()
{
    StoreFixture fixture;
    const RecordId batch = fixture.ids().next();
    std::vector<Customer> customers;
    for (int i = 0; i < 3; ++i) {
        customers.push_back(aCustomer(fixture, QString::number(i)));
        Edit edit{u"Import"_s, {createMutation(customers.back())}, batch};
        QVERIFY(fixture.store().apply(edit).result().ok());
    }
    QVERIFY(fixture.store().undo().result().ok());
    for (const Customer& customer : customers)
        QVERIFY(!fixture.find(customer.id));
    QCOMPARE(fixture.store().undo().result().error().code, ErrorCode::NotFound);
}

void EditWriterTest::setsCommute()
{
    StoreFixture fixture;
    Customer customer = aCustomer(fixture, u"陈静"_s);
    customer.tags = {u"a"_s};
    QVERIFY(fixture.apply({createMutation(customer)}).ok());
    const int tags = fieldIndexOf(&Customer::tags);
    Mutation add;
    add.operation = Operation::Add;
    add.kind = RecordKind::Customer;
    add.id = add.root = customer.id;
    add.changes = {{tags, QStringList{u"b"_s, u"a"_s}}};
    QVERIFY(fixture.apply({add}).ok());
    QCOMPARE(fixture.find(customer.id)->tags, QStringList({u"a"_s, u"b"_s}));
    // The undo takes only what the edit had really added.
    QVERIFY(fixture.store().undo().result().ok());
    QCOMPARE(fixture.find(customer.id)->tags, QStringList{u"a"_s});
}

void EditWriterTest::objectPatchTouchesOnlyItsKeys()
{
    StoreFixture fixture;
    Customer customer = aCustomer(fixture, u"陈静"_s);
    customer.custom = {{u"visits"_s, 3}, {u"source"_s, u"x"_s}};
    QVERIFY(fixture.apply({createMutation(customer)}).ok());
    QVERIFY(fixture
                .apply({Change<Customer>(customer.id, customer.id)
                            .set(&Customer::custom, QJsonObject{{u"visits"_s, 4}})
                            .mutation()})
                .ok());
    QCOMPARE(
        fixture.find(customer.id)->custom, (QJsonObject{{u"visits"_s, 4}, {u"source"_s, u"x"_s}}));
    QVERIFY(fixture.store().undo().result().ok());
    QCOMPARE(fixture.find(customer.id)->custom.value(u"visits"_s).toInt(), 3);
}

void EditWriterTest::failureAtAnyStatementLeavesNothing()
{
    FailAt fail;
    StoreFixture fixture(&fail);
    const Customer customer = aCustomer(fixture, u"陈静"_s);
    QVERIFY(fixture.apply({createMutation(customer)}).ok());
    const QString before = dump(fixture.reader());
    FollowUp followUp;
    followUp.id = fixture.newId<FollowUp>();
    followUp.customer = customer.id;
    const std::vector<Mutation> edit{createMutation(followUp),
        Change<Customer>(customer.id, customer.id).set(&Customer::city, u"上海"_s).mutation()};
    int n = 0;
    for (;; ++n) {
        fail.arm(n);
        const auto receipt = fixture.apply(edit);
        fail.disarm();
        if (!fail.fired()) {
            QVERIFY(receipt.ok());
            break;
        }
        QVERIFY(!receipt.ok());
        QCOMPARE(dump(fixture.reader()), before);
    }
    QVERIFY(n > 8); // begin, sequence, two rows, two outbox entries, undo …
    QVERIFY(fixture.find(followUp.id));
}

void EditWriterTest::survivesReopening()
{
    StoreFixture fixture;
    const Customer customer = aCustomer(fixture, u"陈静"_s);
    QVERIFY(fixture.apply({createMutation(customer)}, u"Added"_s).ok());
    fixture.reopen();
    QCOMPARE(fixture.find(customer.id)->name, u"陈静"_s);
    QCOMPARE(fixture.outboxCount(), 1);
    QVERIFY(fixture.store().undo().result().ok());
}

void EditWriterTest::wrongKeyDoesNotOpen()
{
    StoreFixture fixture;
    DatabaseOptions options = fixture.options();
    options.key = DatabaseKey::random();
    QCOMPARE(Database::open(options).error().code, ErrorCode::WrongKey);
}

void EditWriterTest::everyDescribedFieldHasItsColumn()
{
    StoreFixture fixture;
    for (const RecordKind kind : allRecordKinds()) {
        const RecordType& type = recordType(kind);
        QSet<QString> columns;
        Statement info = fixture.reader().statement(
            "SELECT name FROM pragma_table_info('" + RecordTable::tableName(type) + "')");
        while (info.step())
            columns.insert(info.text(0));
        for (const FieldDescription& field : type.fields)
            QVERIFY2(columns.contains(field.name), field.name.data());
        QCOMPARE(columns.size(), qsizetype(type.fields.size()) + 6);
    }
}

void EditWriterTest::fileOnDiskHoldsNoPlainText()
{
    StoreFixture fixture;
    Customer customer = aCustomer(fixture, u"sentinelname"_s);
    QVERIFY(fixture.apply({createMutation(customer)}).ok());
    const QFileInfo file(fixture.options().path);
    for (const QString& name : file.dir().entryList(QDir::Files)) {
        QFile content(file.dir().filePath(name));
        QVERIFY(content.open(QIODevice::ReadOnly));
        const QByteArray bytes = content.readAll();
        QVERIFY(!bytes.contains("sentinelname"));
        QVERIFY(!bytes.startsWith("SQLite format 3"));
    }
}

HOMEROOM_TEST_MAIN(EditWriterTest)
#include "editwritertest.moc"
