// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/duplicates/duplicatequery.h"
#include "models/values/duplicaterules.h"
#include "models/values/rights.h"
#include "tests/support/families.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QString phone = u"+8613812342046"_s;

QStringList wordsOf(const DuplicatePair& pair)
{
    QStringList words;
    for (const DuplicateReason reason : pair.reasons)
        words.append(Words<DuplicateReason>::words[size_t(reason)]);
    return words;
}

std::function<void(Customer&)> withPhone(const QString& number)
{
    return [number](Customer& customer) { customer.phone = number; };
}

} // namespace

class DuplicateQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_store.reset(); }
    void aPairNamesItsReasons_data();
    void aPairNamesItsReasons();
    void whatDoesNotMakeAPair_data();
    void whatDoesNotMakeAPair();
    void theStrongestComesFirst();
    void masksAreNoPhones();
    void whatTheServerKnowsIsToldToTheLead();
    void manyOfOneNumberAreOneLine();
    void whoWasToldApartIsNotAskedAgain();
    void deletedFamiliesAreNotCompared();
    void aPhoneHasAHolder_data();
    void aPhoneHasAHolder();
    void aMaskThatFitsMayBeIt();

private:
    std::vector<DuplicatePair> pairs()
    {
        const Result<std::vector<DuplicatePair>> read = m_store->reader().read(readDuplicates);
        return read.ok() ? *read : std::vector<DuplicatePair>();
    }
    Id<Customer> add(
        const Customer& customer, const Student& child = {}, const Guardian& guardian = {});
    void mask(const Id<Customer>& family);

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<Families> m_families;
};

void DuplicateQueryTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_families = std::make_unique<Families>(*m_store);
}

Id<Customer> DuplicateQueryTest::add(
    const Customer& customer, const Student& child, const Guardian& guardian)
{
    m_store->clock().advance(secondMs);
    const Id<Customer> id = m_families->put(customer);
    if (child != Student()) {
        Student own = child;
        own.customer = id;
        m_families->put(own);
    }
    if (guardian != Guardian()) {
        Guardian own = guardian;
        own.customer = id;
        m_families->put(own);
    }
    return id;
}

/// As the server sends a family to whom its contacts are hidden.
void DuplicateQueryTest::mask(const Id<Customer>& family)
{
    const auto masked = m_store->store().write([&](Database& database) -> Result<ChangeSet> {
        RecordTable customers(database, recordTypeOf<Customer>());
        customers.put(maskedRow(*customers.find(family)));
        RecordTable guardians(database, recordTypeOf<Guardian>());
        for (const Guardian& guardian : familyRecords<Guardian>(database, family))
            guardians.put(maskedRow(toRow(guardian)));
        return ChangeSet{};
    });
    QVERIFY(masked.result().ok());
}

void DuplicateQueryTest::aPairNamesItsReasons_data()
{
    QTest::addColumn<Customer>("customer");
    QTest::addColumn<Student>("child");
    QTest::addColumn<Guardian>("guardian");
    QTest::addColumn<QStringList>("reasons");
    const auto row = [](const char* name, const QStringList& reasons, const Customer& customer,
                         const Student& child = {}, const Guardian& guardian = {}) {
        QTest::newRow(name) << customer << child << guardian << reasons;
    };
    row("phone", {u"phone"_s}, {.name = u"陈"_s, .phone = phone});
    row("guardian's phone", {u"guardianPhone"_s}, {.name = u"陈"_s}, {}, {.phone = phone});
    row("guardians of both", {u"guardianPhone"_s}, {.name = u"陈"_s}, {},
        {.phone = u"+8613900000009"_s});
    row("WeChat", {u"wechatId"_s}, {.name = u"陈"_s, .wechatId = u"WangFang88"_s});
    row("guardian's WeChat", {u"wechatId"_s}, {.name = u"陈"_s}, {}, {.wechatId = u"wangfang88"_s});
    row("names", {u"names"_s}, {.name = u"王芳 女士"_s}, {.name = u"浩浩"_s, .grade = 4});
    row("names and grade", {u"names"_s, u"grade"_s}, {.name = u"王芳妈妈"_s, .city = u"苏州"_s},
        {.name = u"浩 浩"_s, .grade = 3});
    row("names and city", {u"names"_s, u"city"_s}, {.name = u"王芳"_s, .city = u"武汉"_s},
        {.name = u"浩浩"_s, .grade = 4});
    row("all", {u"phone"_s, u"wechatId"_s, u"guardianPhone"_s, u"names"_s, u"grade"_s, u"city"_s},
        {.name = u"王芳"_s, .phone = phone, .wechatId = u"wangfang88"_s, .city = u"武汉"_s},
        {.name = u"浩浩"_s, .grade = 3}, {.phone = u"+8613900000009"_s});
}

void DuplicateQueryTest::aPairNamesItsReasons()
{
    QFETCH(Customer, customer);
    QFETCH(Student, child);
    QFETCH(Guardian, guardian);
    QFETCH(QStringList, reasons);
    const Id<Customer> first =
        add({.name = u"王芳"_s, .phone = phone, .wechatId = u"wangfang88"_s, .city = u"武汉"_s},
            {.name = u"浩浩"_s, .grade = 3}, {.phone = u"+8613900000009"_s});
    add({.name = u"谁"_s, .phone = u"+8613800000000"_s}, {.name = u"别的"_s});
    const Id<Customer> second = add(customer, child, guardian);
    const std::vector<DuplicatePair> found = pairs();
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(wordsOf(found[0]), reasons);
    QCOMPARE(found[0].first, RecordId(first));
    QCOMPARE(found[0].second, RecordId(second));
    QCOMPARE(found[0].firstName, u"王芳"_s);
    QCOMPARE(found[0].secondName, customer.name);
    QCOMPARE(found[0].families, 2);
}

void DuplicateQueryTest::whatDoesNotMakeAPair_data()
{
    QTest::addColumn<Customer>("customer");
    QTest::addColumn<Student>("child");
    QTest::newRow("city and grade alone")
        << Customer{.name = u"陈"_s, .city = u"武汉"_s} << Student{.name = u"子涵"_s, .grade = 3};
    QTest::newRow("the parent's name alone")
        << Customer{.name = u"王芳"_s, .city = u"武汉"_s} << Student{.name = u"子涵"_s};
    QTest::newRow("the child's name alone")
        << Customer{.name = u"陈"_s, .city = u"武汉"_s} << Student{.name = u"浩浩"_s, .grade = 3};
    QTest::newRow("names where grade and city speak against it")
        << Customer{.name = u"王芳"_s, .city = u"苏州"_s} << Student{.name = u"浩浩"_s, .grade = 6};
    QTest::newRow("parents called by children of one name")
        << Customer{.name = u"子涵妈妈"_s, .city = u"武汉"_s} << Student{.name = u"子涵"_s};
    QTest::newRow("nothing known") << Customer{} << Student{};
}

void DuplicateQueryTest::whatDoesNotMakeAPair()
{
    QFETCH(Customer, customer);
    QFETCH(Student, child);
    add({.name = u"王芳"_s, .city = u"武汉"_s}, {.name = u"浩浩"_s, .grade = 3});
    add({.name = u"子涵爸爸"_s, .city = u"武汉"_s}, {.name = u"子涵"_s, .grade = 3});
    add({}, {});
    add(customer, child);
    QVERIFY(pairs().empty());
}

void DuplicateQueryTest::theStrongestComesFirst()
{
    m_families->add(u"名字"_s, u"小宝"_s);
    m_families->add(u"名字"_s, u"小宝"_s);
    m_families->add(u"一"_s, {}, withPhone(phone));
    m_families->add(u"二"_s, {}, withPhone(phone));
    m_families->add(u"三"_s, {}, withPhone(u"+8613900000001"_s));
    m_families->add(u"四"_s, {}, withPhone(u"+8613900000001"_s));
    QStringList seconds;
    for (const DuplicatePair& pair : pairs())
        seconds.append(pair.secondName);
    // Of equals the newest.
    QCOMPARE(seconds, (QStringList{u"四"_s, u"二"_s, u"名字"_s}));
    QCOMPARE(pairs(), pairs());
}

void DuplicateQueryTest::masksAreNoPhones()
{
    // Digits that a mask leaves are the same, the numbers are not.
    for (const QString& number : {u"+8613811112046"_s, u"+8613822222046"_s}) {
        const Id<Customer> family = add({.name = number, .phone = number, .wechatId = number}, {},
            {.phone = number, .wechatId = number});
        mask(family);
    }
    QVERIFY(pairs().empty());
    // Nor do they become one where the names are alike.
    for (const QString& number : {u"+8613811113333"_s, u"+8613822223333"_s})
        mask(add({.name = u"王芳"_s, .phone = number}, {.name = u"浩浩"_s}, {.phone = number}));
    const std::vector<DuplicatePair> found = pairs();
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(wordsOf(found[0]), QStringList{u"names"_s});
}

void DuplicateQueryTest::whatTheServerKnowsIsToldToTheLead()
{
    std::vector<Id<Customer>> families;
    for (const QString& name : {u"一"_s, u"二"_s, u"三"_s})
        families.push_back(add({.name = name, .phone = phone}));
    families.push_back(add({.name = u"四"_s, .phone = u"+8613912345678"_s}));
    for (const Id<Customer>& family : families)
        mask(family);
    Task task;
    task.rule = samePhoneRule;
    task.assignee = m_store->newId<User>();
    // The last one has another number by now, which its mask still shows.
    task.text = families[0].toString() + u' ' + families[2].toString() + u' '
        + families[3].toString() + u' ' + m_store->ids().next().toString();
    task.id = m_families->put(task);
    const std::vector<DuplicatePair> found = pairs();
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].first, RecordId(families[0]));
    QCOMPARE(found[0].second, RecordId(families[2]));
    QCOMPARE(wordsOf(found[0]), QStringList{u"phone"_s});
    Change<Task> done(task.id, task.id);
    done.set(&Task::state, TaskState::Done);
    QVERIFY(m_store->apply({done.mutation()}).ok());
    QVERIFY(pairs().empty());
}

void DuplicateQueryTest::manyOfOneNumberAreOneLine()
{
    std::vector<Mutation> mutations;
    constexpr int many = 500;
    for (int i = 0; i < many; ++i) {
        Customer customer{.id = m_store->newId<Customer>(), .name = u"家长"_s, .phone = phone};
        mutations.push_back(createMutation(customer));
    }
    QVERIFY(m_store->apply(mutations).ok());
    m_families->add(u"名字"_s, u"小宝"_s);
    m_families->add(u"名字"_s, u"小宝"_s);
    const std::vector<DuplicatePair> found = pairs();
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0].families, 2); // weaker, and yet before the line of many
    QCOMPARE(found[1].families, many);
    // Who were told apart give their place to the next one.
    QVERIFY(m_store->apply({createMutation(toldApartTask(found[1].first, found[1].second, {}, 0))})
                .ok());
    const std::vector<DuplicatePair> next = pairs();
    QCOMPARE(next.size(), size_t(2));
    QCOMPARE(next[1].first, found[1].first);
    QVERIFY(next[1].second != found[1].second);
}

void DuplicateQueryTest::whoWasToldApartIsNotAskedAgain()
{
    const Id<Customer> first = add({.name = u"一"_s, .phone = phone});
    const Id<Customer> second = add({.name = u"二"_s, .phone = phone});
    const Task task = toldApartTask(second, first, u"姐妹"_s, m_store->clock().now());
    QCOMPARE(task.id, toldApartTask(first, second, u"邻居"_s, 7).id);
    QCOMPARE(task.customer, first); // the older one
    QCOMPARE(task.state, TaskState::Skipped);
    QCOMPARE(task.reason, u"姐妹"_s);
    QCOMPARE(pairs().size(), size_t(1));
    QVERIFY(m_store->apply({createMutation(task)}).ok());
    QVERIFY(pairs().empty());
    add({.name = u"三"_s, .phone = phone});
    QCOMPARE(pairs().size(), size_t(2)); // the new one with either
    QVERIFY(m_store->store().undo().result().ok());
    QVERIFY(m_store->store().undo().result().ok());
    QCOMPARE(pairs().size(), size_t(1));
    QVERIFY(m_store->apply({createMutation(task)}).ok()); // thought about it once more
    QVERIFY(pairs().empty());
}

void DuplicateQueryTest::deletedFamiliesAreNotCompared()
{
    add({.name = u"一"_s, .phone = phone});
    add({.name = u"二"_s, .phone = phone});
    QCOMPARE(pairs().size(), size_t(1));
    QVERIFY(m_store->store().undo().result().ok());
    QVERIFY(pairs().empty());
}

void DuplicateQueryTest::aPhoneHasAHolder_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("ownFamily");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("guardian");
    QTest::newRow("the parent's") << phone << false << u"陈静"_s << QString();
    QTest::newRow("a guardian's") << u"+8613900000009"_s << false << u"陈静"_s << u"奶奶"_s;
    QTest::newRow("one's own") << phone << true << QString() << QString();
    QTest::newRow("one's own guardian's") << u"+8613900000009"_s << true << QString() << QString();
    QTest::newRow("nobody's") << u"+8613812342047"_s << false << QString() << QString();
}

void DuplicateQueryTest::aPhoneHasAHolder()
{
    QFETCH(QString, number);
    QFETCH(bool, ownFamily);
    QFETCH(QString, name);
    QFETCH(QString, guardian);
    const Id<Customer> family = add(
        {.name = u"陈静"_s, .phone = phone}, {}, {.name = u"奶奶"_s, .phone = u"+8613900000009"_s});
    const auto holder =
        familyWithPhone(m_store->reader(), number, ownFamily ? family : Id<Customer>());
    QCOMPARE(holder.has_value(), !name.isEmpty());
    if (!holder)
        return;
    QCOMPARE(*holder, (PhoneHolder{family, name, guardian, !guardian.isEmpty(), true}));
}

void DuplicateQueryTest::aMaskThatFitsMayBeIt()
{
    const Id<Customer> hidden = add({.name = u"陈静"_s, .phone = phone});
    mask(hidden);
    const auto holder = familyWithPhone(m_store->reader(), phone);
    QVERIFY(holder && !holder->certain);
    QVERIFY(!familyWithPhone(m_store->reader(), u"+8613812342047"_s));
    // Who has it for certain is told before who may have it.
    const Id<Customer> own = add({.name = u"李娜"_s}, {}, {.name = u"爷爷"_s, .phone = phone});
    const auto certain = familyWithPhone(m_store->reader(), phone);
    QCOMPARE(certain->family, own);
    QVERIFY(certain->certain);
}

HOMEROOM_TEST_MAIN(DuplicateQueryTest)
#include "duplicatequerytest.moc"
