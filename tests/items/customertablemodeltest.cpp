// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/customertablemodel.h"
#include "models/items/timelinemodel.h"
#include "models/values/phone.h"
#include "tests/support/families.h"
#include "tests/support/serverside.h"
#include "tests/support/syncprofile.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A model that shows bare names, with a log of what it told its views.
struct Table {
    explicit Table(StoreFixture& store)
        : catalogue(store.reader(), store.store()),
          model(store.workspace(), catalogue,
              {[](const CustomerRow& row, CustomerColumn column, const QString&) {
                   return column == CustomerColumn::Name ? row.customer.name : QString();
               },
                  [](CustomerColumn column, const QString&) {
                      return QString::number(int(column));
                  }}),
          tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        model.reload();
        QObject::connect(&model, &QAbstractItemModel::modelReset, [this] { log << u"reset"_s; });
        QObject::connect(
            &model, &QAbstractItemModel::layoutChanged, [this] { log << u"layout"_s; });
        QObject::connect(&model, &QAbstractItemModel::rowsInserted,
            [this](const QModelIndex&, int first, int last) {
                log << u"insert %1-%2"_s.arg(first).arg(last);
            });
        QObject::connect(&model, &QAbstractItemModel::rowsRemoved,
            [this](const QModelIndex&, int first, int last) {
                log << u"remove %1-%2"_s.arg(first).arg(last);
            });
        QObject::connect(&model, &QAbstractItemModel::dataChanged,
            [this](const QModelIndex& first, const QModelIndex& last) {
                log << u"change %1-%2"_s.arg(first.row()).arg(last.row());
            });
    }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << model.index(row, 0).data().toString();
        return names;
    }

    Catalogue catalogue;
    CustomerTableModel model;
    QAbstractItemModelTester tester;
    QStringList log;
};

} // namespace

class CustomerTableModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestComeFirst();
    void filterShowsWhatMatches();
    void aChangedFamilyIsOneDataChanged();
    void aNewFamilyIsOneInsertAtTheTop();
    void aNewFamilyComesWhereTheSortPutsIt();
    void aDeletedFamilyIsOneRemove();
    void aFamilyThatStopsMatchingLeaves();
    void aFamilyThatBeginsToMatchComesToItsPlace();
    void otherFamiliesStayQuietAfterAnInsert();
    void sortingKeepsPersistentIndexes();
    void editingAsksAndChangesNothing();
    void aContactReadMaskedIsNotEdited();
    void manyChangesAreReadAgainAtOnce();
    void renamedTagsAreFound();
    void timelineInsertsOnlyWhatIsNew();
};

void CustomerTableModelTest::newestComeFirst()
{
    StoreFixture store;
    Families families(store);
    families.add(u"王芳"_s);
    families.add(u"李娜"_s);
    const Table table(store);
    QCOMPARE(table.names(), (QStringList{u"李娜"_s, u"王芳"_s}));
    QCOMPARE(table.model.totalCount(), 2);
}

void CustomerTableModelTest::filterShowsWhatMatches()
{
    StoreFixture store;
    Families families(store);
    families.add(u"王芳"_s);
    families.add(u"李娜"_s);
    families.add(u"王敏"_s);
    Table table(store);
    table.model.setFilter(u"w"_s);
    QCOMPARE(table.names(), (QStringList{u"王敏"_s, u"王芳"_s}));
    table.model.setFilter(u"wf"_s);
    QCOMPARE(table.names(), QStringList{u"王芳"_s});
    table.model.setFilter(u"l"_s);
    QCOMPARE(table.names(), QStringList{u"李娜"_s});
    table.model.setFilter({});
    QCOMPARE(table.model.rowCount(), 3);
}

void CustomerTableModelTest::aChangedFamilyIsOneDataChanged()
{
    StoreFixture store;
    Families families(store);
    const Id<Customer> id = families.add(u"王芳"_s);
    families.add(u"李娜"_s);
    Table table(store);
    QCOMPARE(table.names().size(), 2);
    QVERIFY(families.set(id, &Customer::name, u"王芬"_s));
    QCOMPARE(table.log, QStringList{u"change 1-1"_s});
    QCOMPARE(table.names(), (QStringList{u"李娜"_s, u"王芬"_s}));
}

void CustomerTableModelTest::aNewFamilyIsOneInsertAtTheTop()
{
    StoreFixture store;
    Families families(store);
    families.add(u"王芳"_s, u"浩浩"_s);
    Table table(store);
    families.add(u"李娜"_s, u"小雨"_s);
    QCOMPARE(table.log, QStringList{u"insert 0-0"_s});
    QCOMPARE(table.names(), (QStringList{u"李娜"_s, u"王芳"_s}));
}

void CustomerTableModelTest::aNewFamilyComesWhereTheSortPutsIt()
{
    StoreFixture store;
    Families families(store);
    families.add(u"陈静"_s);
    families.add(u"周强"_s);
    Table table(store);
    table.model.setSort({CustomerColumn::Name, Qt::AscendingOrder, {}});
    table.log.clear();
    families.add(u"李娜"_s);
    QCOMPARE(table.log, QStringList{u"insert 1-1"_s});
    QCOMPARE(table.names(), (QStringList{u"陈静"_s, u"李娜"_s, u"周强"_s}));
}

void CustomerTableModelTest::aDeletedFamilyIsOneRemove()
{
    StoreFixture store;
    Families families(store);
    families.add(u"王芳"_s);
    const Id<Customer> gone = families.add(u"李娜"_s);
    families.add(u"赵敏"_s);
    Table table(store);
    Mutation remove;
    remove.operation = Operation::Delete;
    remove.kind = RecordKind::Customer;
    remove.id = gone;
    remove.root = gone;
    QVERIFY(store.apply({remove}).ok());
    QCOMPARE(table.log, QStringList{u"remove 1-1"_s});
    QCOMPARE(table.names(), (QStringList{u"赵敏"_s, u"王芳"_s}));
    QCOMPARE(table.model.totalCount(), 2);
}

void CustomerTableModelTest::aFamilyThatStopsMatchingLeaves()
{
    StoreFixture store;
    Families families(store);
    const Id<Customer> id = families.add(u"王芳"_s);
    families.add(u"王敏"_s);
    Table table(store);
    table.model.setFilter(u"王"_s);
    table.log.clear();
    QVERIFY(families.set(id, &Customer::name, u"汪芳"_s));
    QCOMPARE(table.log, QStringList{u"remove 1-1"_s});
    QCOMPARE(table.model.totalCount(), 2);
}

void CustomerTableModelTest::aFamilyThatBeginsToMatchComesToItsPlace()
{
    StoreFixture store;
    Families families(store);
    families.add(u"王芳"_s);
    const Id<Customer> id = families.add(u"李娜"_s);
    families.add(u"王敏"_s);
    Table table(store);
    table.model.setFilter(u"王"_s);
    table.log.clear();
    QVERIFY(families.set(id, &Customer::name, u"王娜"_s));
    QCOMPARE(table.log, QStringList{u"insert 1-1"_s});
    QCOMPARE(table.names(), (QStringList{u"王敏"_s, u"王娜"_s, u"王芳"_s}));
}

void CustomerTableModelTest::otherFamiliesStayQuietAfterAnInsert()
{
    StoreFixture store;
    Families families(store);
    const Id<Customer> id = families.add(u"王芳"_s);
    families.add(u"李娜"_s);
    Table table(store);
    families.add(u"赵敏"_s);
    table.log.clear();
    QVERIFY(families.set(id, &Customer::city, u"上海"_s));
    QCOMPARE(table.log, QStringList{u"change 2-2"_s});
}

void CustomerTableModelTest::sortingKeepsPersistentIndexes()
{
    StoreFixture store;
    Families families(store);
    const Id<Customer> id = families.add(u"陈静"_s);
    families.add(u"周强"_s);
    families.add(u"王芳"_s);
    Table table(store);
    const QPersistentModelIndex held(table.model.index(2, 3));
    table.model.sort(int(CustomerColumn::Name), Qt::AscendingOrder);
    QCOMPARE(table.log, QStringList{u"layout"_s});
    QCOMPARE(table.names(), (QStringList{u"陈静"_s, u"王芳"_s, u"周强"_s}));
    QCOMPARE(table.model.idAt(held.row()), id);
    QCOMPARE(held.column(), 3);
}

void CustomerTableModelTest::editingAsksAndChangesNothing()
{
    StoreFixture store;
    Families families(store);
    const Id<Customer> id = families.add(u"王芳"_s);
    Table table(store);
    QSignalSpy asked(&table.model, &CustomerTableModel::editRequested);
    QVERIFY(!table.model.setData(table.model.index(0, 0), u"王芬"_s, Qt::EditRole));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<RecordId>(), id);
    QCOMPARE(asked[0][3].toString(), u"王芬"_s);
    QCOMPARE(table.names(), QStringList{u"王芳"_s});
    QVERIFY(!table.model.setData(table.model.index(0, 0), u"王芳"_s, Qt::EditRole));
    QCOMPARE(asked.size(), 1);
}

void CustomerTableModelTest::aContactReadMaskedIsNotEdited()
{
    SyncProfile store;
    Customer own{.id = store.newId<Customer>(), .name = u"王芳"_s, .phone = u"+8613812342046"_s};
    QVERIFY(store.apply({createMutation(own)}).ok());
    Customer read{.id = store.newId<Customer>(), .name = u"李娜"_s};
    read.phone = maskedPhone(own.phone);
    read.wechatId = maskedText(u"lina2046"_s);
    QVERIFY(store.absorb(aPage(1, {full({served(read, 1)})})).ok());
    const Table table(store);
    const auto isEdited = [&](const QString& name, CustomerColumn column) {
        const int row = int(table.names().indexOf(name));
        return table.model.index(row, int(column)).flags().testFlag(Qt::ItemIsEditable);
    };
    QVERIFY(isEdited(own.name, CustomerColumn::Phone));
    QVERIFY(isEdited(own.name, CustomerColumn::WechatId));
    QVERIFY(!isEdited(read.name, CustomerColumn::Phone));
    QVERIFY(!isEdited(read.name, CustomerColumn::WechatId));
    QVERIFY(isEdited(read.name, CustomerColumn::Name));
}

void CustomerTableModelTest::manyChangesAreReadAgainAtOnce()
{
    StoreFixture store;
    Table table(store);
    std::vector<Mutation> mutations;
    for (int i = 0; i < 150; ++i) {
        Customer customer;
        customer.id = store.newId<Customer>();
        customer.name = QString::number(i);
        mutations.push_back(createMutation(customer));
    }
    QVERIFY(store.apply(std::move(mutations)).ok());
    QCOMPARE(table.log, QStringList{u"reset"_s});
    QCOMPARE(table.model.rowCount(), 150);
}

void CustomerTableModelTest::renamedTagsAreFound()
{
    StoreFixture store;
    Families families(store);
    const Id<Tag> tag = families.addTag(u"价格"_s);
    families.add(u"王芳"_s, {}, [&](Customer& c) { c.tags = {tag.toString()}; });
    Table table(store);
    Change<Tag> change(tag, tag);
    change.set(&Tag::name, u"犹豫"_s);
    QVERIFY(store.apply({change.mutation()}).ok());
    table.model.setFilter(u"犹豫"_s);
    QCOMPARE(table.model.rowCount(), 1);
}

void CustomerTableModelTest::timelineInsertsOnlyWhatIsNew()
{
    StoreFixture store;
    Families families(store);
    const Id<Customer> id = families.add(u"王芳"_s);
    TimelineModel model(store.workspace());
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCustomer(id);
    QCOMPARE(model.rowCount(), 1);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    FollowUp followUp;
    followUp.customer = id;
    followUp.happenedAt = store.clock().now() + minuteMs;
    families.put(followUp);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted[0][1].toInt(), 0);
    QCOMPARE(inserted[0][2].toInt(), 0);
    QVERIFY(removed.isEmpty());
}

HOMEROOM_TEST_MAIN(CustomerTableModelTest)
#include "customertablemodeltest.moc"
