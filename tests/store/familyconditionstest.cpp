// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/familycolumns.h"
#include "models/values/cohortday.h"
#include "tests/support/families.h"
#include "tests/support/randomseed.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone zone("Asia/Shanghai");

/// Families with children, cards and lessons, asked through the columns and, apart from them, with
/// a plain loop over the records.
class Book {
public:
    Book() : families(store)
    {
        CustomField field;
        field.name = u"预算"_s;
        field.key = u"budget"_s;
        field.kind = CustomFieldKind::Number;
        field.active = true;
        families.put(field);
        custom = {field};
    }

    QStringList asked(const ConditionGroup& group)
    {
        const std::vector<ConditionField> fields = conditionFields(custom);
        if (firstFault(group, fields))
            qFatal("the conditions have a fault");
        const ConditionJudge judge(group, fields, store.clock().now(), zone);
        const Result<std::vector<RecordId>> found = store.reader().read([&](Database& database) {
            return Result<std::vector<RecordId>>(columns.matching(database, judge));
        });
        QStringList names;
        for (const RecordId& id : *found)
            names.append(store.find(Id<Customer>(id))->name);
        names.sort();
        return names;
    }
    QStringList asked(const FamilyCondition& condition)
    {
        return asked(ConditionGroup{false, {condition}, {}});
    }
    void refresh(const std::vector<RecordId>& touched)
    {
        const auto done =
            store.reader().read([&](Database& database) { columns.refresh(database, touched); });
        QVERIFY(done.ok());
    }

    StoreFixture store;
    Families families;
    std::vector<CustomField> custom{};
    FamilyColumns columns;
};

} // namespace

class FamilyConditionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTestAnswersOnItsOwn_data();
    void everyTestAnswersOnItsOwn();
    void anyRecordOfTheFamilyCounts();
    void lessonsAreCounted();
    void allAndAnyAreAsAPlainLoopSays();
    void changedFamiliesAreReadAnew();
    void theBorderOfADayIsThatOfTheZone();
    void shapesAreReadBack();
    void faultsAreNamed_data();
    void faultsAreNamed();
};

void FamilyConditionsTest::everyTestAnswersOnItsOwn_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<ConditionTest>("test");
    QTest::addColumn<QJsonValue>("operand");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char* title, const QString& field, ConditionTest test,
                         const QJsonValue& operand, const QStringList& names) {
        QTest::newRow(title) << field << test << operand << names;
    };
    using enum ConditionTest;
    const QStringList all{u"one"_s, u"three"_s, u"two"_s};
    row("text contains", u"city"_s, Contains, u"nan"_s, {u"one"_s, u"two"_s});
    row("text lacks", u"city"_s, Lacks, u"nan"_s, {u"three"_s});
    row("text is", u"city"_s, Is, u"Jinan"_s, {u"one"_s});
    row("text is not", u"city"_s, IsNot, u"Jinan"_s, {u"three"_s, u"two"_s});
    row("text filled", u"city"_s, Filled, {}, {u"one"_s, u"two"_s});
    row("text empty", u"city"_s, Empty, {}, {u"three"_s});
    row("word is one of", u"tier"_s, Is, QJsonArray{u"a"_s, u"b"_s}, {u"one"_s, u"two"_s});
    row("word is none of", u"tier"_s, IsNot, QJsonArray{u"a"_s}, {u"three"_s, u"two"_s});
    row("number at least", u"score"_s, AtLeast, 51, {u"one"_s});
    row("number at most", u"score"_s, AtMost, 50, {u"two"_s});
    row("number empty", u"score"_s, Empty, {}, {u"three"_s});
    row("yes", u"consent"_s, Is, true, {u"one"_s});
    row("no", u"consent"_s, Is, false, {u"three"_s, u"two"_s});
    row("contact older, or never", u"lastContactAt"_s, OlderThanDays, 3, {u"three"_s, u"two"_s});
    row("contact within", u"lastContactAt"_s, WithinLastDays, 3, {u"one"_s});
    row("next within", u"nextStepAt"_s, WithinNextDays, 3, {u"one"_s});
    row("next empty", u"nextStepAt"_s, Empty, {}, {u"three"_s});
    row("custom at least", u"custom.budget"_s, AtLeast, 3000, {u"one"_s});
    row("custom empty", u"custom.budget"_s, Empty, {}, {u"three"_s, u"two"_s});
    row("arrived before", u"createdAt"_s, OnOrBefore, u"2030-01-01"_s, all);
}

void FamilyConditionsTest::everyTestAnswersOnItsOwn()
{
    QFETCH(QString, field);
    QFETCH(ConditionTest, test);
    QFETCH(QJsonValue, operand);
    QFETCH(QStringList, names);
    Book book;
    const Milliseconds now = book.store.clock().now();
    book.families.add(u"one"_s, {}, [&](Customer& one) {
        one.city = u"Jinan"_s;
        one.tier = Tier::A;
        one.score = 80;
        one.consent = true;
        one.createdAt = now - 20 * dayMs;
        one.lastContactAt = now - 2 * dayMs;
        one.nextStepAt = now + dayMs;
        one.custom = {{u"budget"_s, 3000}};
    });
    book.families.add(u"two"_s, {}, [&](Customer& two) {
        two.city = u"NANJING"_s;
        two.tier = Tier::B;
        two.score = 50;
        two.createdAt = now - 20 * dayMs;
        two.lastContactAt = now - 4 * dayMs;
        two.nextStepAt = now - dayMs;
    });
    book.families.add(u"three"_s, {}, [&](Customer& three) { three.createdAt = now - 5 * dayMs; });
    QCOMPARE(book.asked(FamilyCondition{field, test, operand}), names);
}

void FamilyConditionsTest::anyRecordOfTheFamilyCounts()
{
    Book book;
    const auto child = [&](const Id<Customer>& family, qint64 grade) {
        Student student;
        student.customer = family;
        student.grade = grade;
        book.families.put(student);
    };
    const Id<Customer> two = book.families.add(u"two"_s);
    child(two, 2);
    child(two, 5);
    child(book.families.add(u"one"_s), 3);
    book.families.add(u"none"_s);
    using enum ConditionTest;
    QCOMPARE(book.asked({u"student.grade"_s, AtLeast, 4}), QStringList{u"two"_s});
    QCOMPARE(book.asked({u"student.grade"_s, Is, 2}), QStringList{u"two"_s});
    // «Is not» denies it of every child.
    QCOMPARE(book.asked({u"student.grade"_s, IsNot, 2}), (QStringList{u"none"_s, u"one"_s}));
    QCOMPARE(book.asked({u"student.grade"_s, Empty, {}}), QStringList{u"none"_s});
}

void FamilyConditionsTest::lessonsAreCounted()
{
    Book book;
    const auto lesson = [&](const Id<Customer>& family, Attendance attended, bool finished) {
        LessonProgress progress;
        progress.customer = family;
        progress.attended = attended;
        progress.finished = finished;
        progress.minutes = 20;
        book.families.put(progress);
    };
    const Id<Customer> keen = book.families.add(u"keen"_s);
    lesson(keen, Attendance::Live, true);
    lesson(keen, Attendance::Replay, true);
    lesson(keen, Attendance::Missed, false);
    book.families.add(u"absent"_s);
    using enum ConditionTest;
    QCOMPARE(book.asked({u"lessons.finished"_s, AtLeast, 2}), QStringList{u"keen"_s});
    QCOMPARE(book.asked({u"lessons.attended"_s, Is, 2}), QStringList{u"keen"_s});
    QCOMPARE(book.asked({u"lessons.missed"_s, AtMost, 0}), QStringList{u"absent"_s});
    QCOMPARE(book.asked({u"lessons.minutes"_s, AtLeast, 60}), QStringList{u"keen"_s});
    QCOMPARE(book.asked({u"lessons.homework"_s, Is, 0}), (QStringList{u"absent"_s, u"keen"_s}));
}

// Random families and random trees of three questions, against the sentence read aloud.
void FamilyConditionsTest::allAndAnyAreAsAPlainLoopSays()
{
    const quint32 seed = randomSeed();
    QRandomGenerator random(seed);
    Book book;
    const Id<Tag> tag = book.families.addTag(u"VIP"_s);
    const Milliseconds now = book.store.clock().now();
    std::vector<Customer> all;
    for (int i = 0; i < 60; ++i) {
        Customer customer;
        customer.name = QString::number(i).rightJustified(3, u'0');
        customer.tier = Tier(random.bounded(5));
        customer.createdAt = now - 30 * dayMs;
        if (random.bounded(3))
            customer.lastContactAt = now - random.bounded(8) * dayMs - hourMs;
        if (random.bounded(2))
            customer.tags = {tag.toString()};
        customer.id = book.families.put(customer);
        all.push_back(customer);
    }
    using enum ConditionTest;
    const FamilyCondition silent{u"lastContactAt"_s, OlderThanDays, 4};
    const FamilyCondition top{u"tier"_s, Is, QJsonArray{u"a"_s, u"b"_s}};
    const FamilyCondition tagged{u"tags"_s, Is, QJsonArray{tag.toString()}};
    const auto isSilent = [&](const Customer& each) {
        return now - each.lastContactAt.value_or(each.createdAt) >= 4 * dayMs;
    };
    const auto isTop = [](const Customer& each) {
        return each.tier == Tier::A || each.tier == Tier::B;
    };
    const auto isTagged = [](const Customer& each) { return !each.tags.isEmpty(); };
    int telling = 0;
    for (int shape = 0; shape < 8; ++shape) {
        const bool outer = shape & 1;
        const bool inner = shape & 2;
        const bool swapped = shape & 4;
        const ConditionGroup group{outer, {swapped ? top : silent},
            {{inner, {swapped ? silent : top, tagged}, {}}, ConditionGroup()}};
        QStringList expected;
        for (const Customer& each : all) {
            const bool first = swapped ? isTop(each) : isSilent(each);
            const bool second = swapped ? isSilent(each) : isTop(each);
            const bool within = inner ? second || isTagged(each) : second && isTagged(each);
            if (outer ? first || within : first && within)
                expected.append(each.name);
        }
        QVERIFY2(
            book.asked(group) == expected, qPrintable(u"seed %1, shape %2"_s.arg(seed).arg(shape)));
        telling += !expected.isEmpty() && expected.size() < 60 ? 1 : 0;
    }
    QVERIFY(telling > 3); // else the families were all alike
}

void FamilyConditionsTest::changedFamiliesAreReadAnew()
{
    Book book;
    const Id<Customer> one =
        book.families.add(u"one"_s, {}, [](Customer& customer) { customer.city = u"Jinan"_s; });
    const FamilyCondition inJinan{u"city"_s, ConditionTest::Is, u"Jinan"_s};
    QCOMPARE(book.asked(inJinan), QStringList{u"one"_s});
    QVERIFY(book.families.set(one, &Customer::city, u"Wuhan"_s));
    const Id<Customer> two =
        book.families.add(u"two"_s, {}, [](Customer& customer) { customer.city = u"Jinan"_s; });
    book.refresh({one, two});
    QCOMPARE(book.asked(inJinan), QStringList{u"two"_s});
    Mutation removal;
    removal.operation = Operation::Delete;
    removal.kind = RecordKind::Customer;
    removal.id = removal.root = two;
    QVERIFY(book.store.apply({removal}).ok());
    book.refresh({two});
    QCOMPARE(book.asked(inJinan), QStringList());
}

void FamilyConditionsTest::theBorderOfADayIsThatOfTheZone()
{
    Book book;
    const Milliseconds midnight = QDate(2025, 11, 20).startOfDay(zone).toMSecsSinceEpoch();
    book.families.add(u"before"_s, {}, [&](Customer& each) { each.nextStepAt = midnight - 1; });
    book.families.add(u"after"_s, {}, [&](Customer& each) { each.nextStepAt = midnight; });
    using enum ConditionTest;
    QCOMPARE(book.asked({u"nextStepAt"_s, OnOrAfter, u"2025-11-20"_s}), QStringList{u"after"_s});
    QCOMPARE(book.asked({u"nextStepAt"_s, OnOrBefore, u"2025-11-19"_s}), QStringList{u"before"_s});
}

void FamilyConditionsTest::shapesAreReadBack()
{
    const ConditionGroup group{true, {{u"city"_s, ConditionTest::Filled, {}}},
        {{false, {{u"score"_s, ConditionTest::AtLeast, 3}}, {}}}};
    const Result<ConditionGroup> read = conditionsFromJson(conditionsToJson(group));
    QVERIFY(read.ok());
    QVERIFY(*read == group);
    QVERIFY(conditionsFromJson({})->isEmpty());
    const auto refused = [](const char* json) {
        return !conditionsFromJson(QJsonDocument::fromJson(json).object()).ok();
    };
    QVERIFY(refused(R"({"match":"some","of":[]})"));
    QVERIFY(refused(R"({"match":"all"})"));
    QVERIFY(refused(R"({"match":"all","of":[{"field":"city","test":"sounds like"}]})"));
    QVERIFY(refused(R"({"match":"all","of":[{"test":"filled"}]})"));
    ConditionGroup deep;
    for (int depth = 0; depth < maximumConditionDepth; ++depth)
        deep = {false, {}, {deep}};
    QVERIFY(!conditionsFromJson(conditionsToJson(deep)).ok());
    ConditionGroup wide;
    wide.conditions.assign(maximumConditions + 1, {u"city"_s, ConditionTest::Filled, {}});
    QVERIFY(!conditionsFromJson(conditionsToJson(wide)).ok());
}

void FamilyConditionsTest::faultsAreNamed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<ConditionTest>("test");
    QTest::addColumn<QJsonValue>("operand");
    QTest::addColumn<ConditionProblem>("problem");
    using enum ConditionTest;
    using enum ConditionProblem;
    QTest::newRow("removed field") << u"custom.gone"_s << Filled << QJsonValue() << UnknownField;
    QTest::newRow("unfit") << u"tier"_s << AtLeast << QJsonValue(3) << UnfitTest;
    QTest::newRow("always filled") << u"tier"_s << Empty << QJsonValue() << UnfitTest;
    QTest::newRow("no value") << u"tier"_s << Is << QJsonValue(QJsonArray()) << NoValue;
    QTest::newRow("no text") << u"city"_s << Contains << QJsonValue(u""_s) << NoValue;
    QTest::newRow("no number") << u"score"_s << AtLeast << QJsonValue(u"many"_s) << BadNumber;
    QTest::newRow("broken days") << u"createdAt"_s << OlderThanDays << QJsonValue(2.5) << BadNumber;
    QTest::newRow("minus days") << u"createdAt"_s << OlderThanDays << QJsonValue(-1) << BadNumber;
    QTest::newRow("30 February") << u"createdAt"_s << OnOrAfter << QJsonValue(u"2026-02-30"_s)
                                 << BadDay;
    QTest::newRow("month 13") << u"student.birthMonth"_s << OnOrAfter << QJsonValue(u"2018-13"_s)
                              << BadDay;
}

void FamilyConditionsTest::faultsAreNamed()
{
    QFETCH(QString, field);
    QFETCH(ConditionTest, test);
    QFETCH(QJsonValue, operand);
    QFETCH(ConditionProblem, problem);
    const std::vector<ConditionField> fields = conditionFields({});
    const ConditionGroup group{
        false, {{u"city"_s, ConditionTest::Filled, {}}}, {{true, {{field, test, operand}}, {}}}};
    const std::optional<ConditionFault> fault = firstFault(group, fields);
    QVERIFY(fault);
    QCOMPARE(fault->problem, problem);
    QCOMPARE(fault->condition.field, field);
}

HOMEROOM_TEST_MAIN(FamilyConditionsTest)
#include "familyconditionstest.moc"
