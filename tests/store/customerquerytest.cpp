// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/customerorder.h"
#include "models/store/drafts.h"
#include "models/store/timelinequery.h"
#include "models/values/filtertext.h"
#include "tests/support/families.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class CustomerQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void indexFindsFamiliesByEverythingATutorTypes_data();
    void indexFindsFamiliesByEverythingATutorTypes();
    void namesAreSortedByPinyin();
    void surnamesStayTogether();
    void newFamiliesFindTheirPlaceInEverySort();
    void nothingComesLastInBothDirections();
    void everyColumnCanBeSorted();
    void customFieldsCanBeSorted();
    void deletedFamiliesAreLeftOut();
    void rowsHoldChildStageAndMarks();
    void reorderKeepsEveryFamily();
    void timelineIsNewestFirstAndPaged();
    void draftsSurviveARestart();

private:
    QStringList sortedNames(StoreFixture& store, const CustomerSort& sort);
};

namespace {

std::vector<RecordId> sorted(StoreFixture& store, const CustomerSort& sort)
{
    PinyinWriter pinyin;
    const Result<std::vector<RecordId>> ids = store.reader().read(
        [&](Database& database) { return sortedCustomers(database, sort, pinyin); });
    Q_ASSERT(ids.ok());
    return *ids;
}

CustomerIndex indexOf(StoreFixture& store)
{
    PinyinWriter pinyin;
    Result<CustomerIndex> index = store.reader().read(
        [&](Database& database) { return readCustomerIndex(database, {}, pinyin); });
    Q_ASSERT(index.ok());
    return std::move(*index);
}

} // namespace

QStringList CustomerQueryTest::sortedNames(StoreFixture& store, const CustomerSort& sort)
{
    QStringList names;
    for (const RecordId& id : sorted(store, sort))
        names.append(store.find(Id<Customer>(id))->name);
    return names;
}

void CustomerQueryTest::indexFindsFamiliesByEverythingATutorTypes_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString& typed :
        {u"单雅"_s, u"shanya"_s, u"SYQ"_s, u"朵朵"_s, u"dd"_s, u"2046"_s, u"13812342046"_s,
            u"138123"_s, u"sunny"_s, u"ＷＸ_１"_s, u"E-77"_s, u"上海"_s, u"价格敏感"_s, u"单 朵"_s})
        QTest::newRow(typed.toUtf8().constData()) << typed;
}

void CustomerQueryTest::indexFindsFamiliesByEverythingATutorTypes()
{
    QFETCH(QString, typed);
    StoreFixture store;
    Families families(store);
    const Id<Tag> tag = families.addTag(u"价格敏感"_s);
    families.add(u"王芳"_s, u"浩浩"_s);
    const Id<Customer> wanted = families.add(u"单雅琴"_s, u"朵朵"_s, [&](Customer& customer) {
        customer.phone = u"+8613812342046"_s;
        customer.wechatNick = u"Sunny妈妈"_s;
        customer.wechatId = u"wx_1"_s;
        customer.externalId = u"E-77"_s;
        customer.city = u"上海"_s;
        customer.tags = {tag.toString()};
    });
    const CustomerIndex index = indexOf(store);
    std::vector<RecordId> found;
    for (size_t row = 0; row < index.size(); ++row) {
        if (matchesFilter(index.text(row), filterTerms(typed)))
            found.push_back(index.id(row));
    }
    QCOMPARE(found, std::vector<RecordId>{wanted});
}

void CustomerQueryTest::namesAreSortedByPinyin()
{
    StoreFixture store;
    Families families(store);
    for (const QString& name : {u"周强"_s, u"单雅琴"_s, u"陈静"_s, QString(), u"解晓东"_s})
        families.add(name);
    QCOMPARE(sortedNames(store, {CustomerColumn::Name, Qt::AscendingOrder, {}}),
        (QStringList{u"陈静"_s, u"单雅琴"_s, u"解晓东"_s, u"周强"_s, QString()}));
    QCOMPARE(sortedNames(store, {CustomerColumn::Name, Qt::DescendingOrder, {}}),
        (QStringList{u"周强"_s, u"解晓东"_s, u"单雅琴"_s, u"陈静"_s, QString()}));
}

void CustomerQueryTest::surnamesStayTogether()
{
    StoreFixture store;
    Families families(store);
    for (const QString& name :
        {u"程晓岚"_s, u"陈海燕"_s, u"晨光"_s, u"陈春梅"_s, u"陈"_s, u"Bo Li"_s})
        families.add(name);
    QCOMPARE(sortedNames(store, {CustomerColumn::Name, Qt::AscendingOrder, {}}),
        (QStringList{u"Bo Li"_s, u"晨光"_s, u"陈"_s, u"陈春梅"_s, u"陈海燕"_s, u"程晓岚"_s}));
}

void CustomerQueryTest::newFamiliesFindTheirPlaceInEverySort()
{
    StoreFixture store;
    Families families(store);
    for (int i = 0; i < 12; ++i) {
        families.add(
            i % 4 == 0 ? QString() : QString(QChar(0x9648 + i * 7)), {}, [&](Customer& customer) {
                customer.city = i % 3 == 0 ? QString() : QString::number(i % 5);
                customer.score = i % 4 == 1 ? std::nullopt : std::optional<qint64>(i * 7 % 5);
                customer.custom = i % 3 == 1 ? QJsonObject() : QJsonObject{{u"visits"_s, 20 - i}};
            });
    }
    for (int column = 0; column <= customerColumnCount; ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const CustomerSort sort{CustomerColumn(column), order, u"visits"_s};
            const std::vector<RecordId> all = sorted(store, sort);
            std::vector<RecordId> held = all;
            held.erase(held.begin() + 7);
            held.erase(held.begin() + 2, held.begin() + 4);
            std::vector<CustomerUpdate> updates;
            for (const size_t place : {3, 2, 7})
                updates.push_back({all[place], CustomerRow(), {}, {}});
            PinyinWriter pinyin;
            const auto placed = store.reader().read([&](Database& database) {
                placeNewFamilies(database, sort, pinyin, held, updates);
                return true;
            });
            QVERIFY(placed.ok());
            QCOMPARE(updates[0].after, all[1]);
            QCOMPARE(updates[1].after, all[1]);
            QCOMPARE(updates[2].after, all[6]);
        }
    }
}

void CustomerQueryTest::nothingComesLastInBothDirections()
{
    StoreFixture store;
    Families families(store);
    families.add(u"none"_s);
    families.add(u"late"_s, {}, [](Customer& c) { c.nextStepAt = 200; });
    families.add(u"early"_s, {}, [](Customer& c) { c.nextStepAt = 100; });
    QCOMPARE(sortedNames(store, {CustomerColumn::NextStepAt, Qt::AscendingOrder, {}}),
        (QStringList{u"early"_s, u"late"_s, u"none"_s}));
    QCOMPARE(sortedNames(store, {CustomerColumn::NextStepAt, Qt::DescendingOrder, {}}),
        (QStringList{u"late"_s, u"early"_s, u"none"_s}));
}

void CustomerQueryTest::everyColumnCanBeSorted()
{
    StoreFixture store;
    Families families(store);
    families.add(u"王芳"_s, u"浩浩"_s);
    families.add(u"李娜"_s);
    for (int column = 0; column < customerColumnCount; ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
            QCOMPARE(sorted(store, {CustomerColumn(column), order, {}}).size(), size_t(2));
    }
}

void CustomerQueryTest::customFieldsCanBeSorted()
{
    StoreFixture store;
    Families families(store);
    families.add(u"two"_s, {}, [](Customer& c) { c.custom = {{u"total visits"_s, 2}}; });
    families.add(u"ten"_s, {}, [](Customer& c) { c.custom = {{u"total visits"_s, 10}}; });
    QCOMPARE(sortedNames(store, {CustomerColumn::Custom, Qt::DescendingOrder, u"total visits"_s}),
        (QStringList{u"ten"_s, u"two"_s}));
}

void CustomerQueryTest::deletedFamiliesAreLeftOut()
{
    StoreFixture store;
    Families families(store);
    const Id<Customer> gone = families.add(u"王芳"_s);
    Mutation remove;
    remove.operation = Operation::Delete;
    remove.kind = RecordKind::Customer;
    remove.id = gone;
    remove.root = gone;
    QVERIFY(store.apply({remove}).ok());
    QCOMPARE(indexOf(store).size(), size_t(0));
    QVERIFY(sorted(store, {CustomerColumn::Name, Qt::AscendingOrder, {}}).empty());
}

void CustomerQueryTest::rowsHoldChildStageAndMarks()
{
    StoreFixture store;
    Families families(store);
    const Id<Pipeline> pipeline = families.addPipeline();
    const Id<Customer> id = families.add(u"王芳"_s, u"浩浩"_s);
    Opportunity opportunity;
    opportunity.customer = id;
    opportunity.pipeline = pipeline;
    opportunity.stage = listRecords<Stage>(store.reader()).front().id;
    families.put(opportunity);
    const std::array<RecordId, 2> asked{store.ids().next(), id};
    const auto rows =
        store.reader().read([&](Database& database) { return readCustomerRows(database, asked); });
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), size_t(1));
    const CustomerRow& row = rows->front();
    QCOMPARE(row.students.front().name, u"浩浩"_s);
    QCOMPARE(row.stage, opportunity.stage);
    QVERIFY(row.waiting);
    QVERIFY(!row.conflict);
}

void CustomerQueryTest::reorderKeepsEveryFamily()
{
    CustomerIndex index;
    StoreFixture store;
    std::vector<RecordId> ids;
    for (int i = 0; i < 4; ++i) {
        ids.push_back(store.ids().next());
        index.append(ids.back(), QByteArray::number(i));
    }
    index.reorder({ids[2], ids[0], ids[3]});
    QCOMPARE(index.id(0), ids[2]);
    QCOMPARE(index.text(0).toByteArray(), QByteArray("2"));
    QCOMPARE(index.id(3), ids[1]);
}

void CustomerQueryTest::timelineIsNewestFirstAndPaged()
{
    StoreFixture store;
    Families families(store);
    const Id<Customer> id = families.add(u"王芳"_s, {},
        [&](Customer& customer) { customer.friendAddedAt = store.clock().now() + minuteMs; });
    for (int i = 2; i <= 4; ++i) {
        FollowUp followUp;
        followUp.customer = id;
        followUp.text = QString::number(i);
        followUp.happenedAt = store.clock().now() + i * minuteMs;
        families.put(followUp);
    }
    const Result<TimelinePage> page =
        store.reader().read([&](Database& database) { return readTimeline(database, id, 4); });
    QVERIFY(page.ok() && page->more);
    QCOMPARE(page->entries.size(), size_t(4));
    QCOMPARE(std::get<FollowUp>(page->entries[0].record).text, u"4"_s);
    QCOMPARE(page->entries[3].kind, TimelineKind::FriendAdded);
}

void CustomerQueryTest::draftsSurviveARestart()
{
    StoreFixture store;
    const RecordId family = Families(store).add(u"陈静"_s);
    const QJsonObject draft{{u"text"_s, u"孩子粗心"_s}};
    keepFollowUpDraft(store.store(), family, draft);
    store.reopen();
    QCOMPARE(followUpDraft(store.reader(), family), draft);
    keepFollowUpDraft(store.store(), family, {});
    QVERIFY(followUpDraft(store.reader(), family).isEmpty());
}

HOMEROOM_TEST_MAIN(CustomerQueryTest)
#include "customerquerytest.moc"
