// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/familysearch.h"
#include "models/database/recordtable.h"
#include "models/store/notesearch.h"
#include "models/values/filtertext.h"
#include "models/values/phone.h"
#include "tests/support/families.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// Families, and what is found among them.
struct World {
    StoreFixture store{};
    Families families{store};
    PinyinWriter pinyin{};

    FamilySearch search()
    {
        Result<FamilySearch> read = store.reader().read(
            [&](Database& database) { return FamilySearch::read(database, pinyin); });
        Q_ASSERT(read.ok());
        return std::move(*read);
    }
    QStringList names(const FamilySearch& search, const QString& typed, size_t most = 50)
    {
        QStringList names;
        for (const FamilyHit& hit : search.find(typed, most))
            names.append(store.find(Id<Customer>(hit.id))->name);
        return names;
    }
    QStringList found(const QString& typed) { return names(search(), typed); }
    std::vector<FamilyTexts> texts(const RecordId& id)
    {
        const Result<std::vector<FamilyTexts>> read = store.reader().read(
            [&](Database& database) { return readFamilyTexts(database, pinyin, std::array{id}); });
        Q_ASSERT(read.ok());
        return *read;
    }
    Id<Customer> add(const QString& name, const QString& phone)
    {
        return families.add(name, {}, [&](Customer& customer) { customer.phone = phone; });
    }
    void note(const Id<Customer>& family, const QString& text)
    {
        FollowUp followUp;
        followUp.customer = family;
        followUp.text = text;
        followUp.happenedAt = store.clock().now();
        families.put(followUp);
    }
    /// The texts of all notes found in slices of this size.
    QStringList notes(const QString& typed, int records = 100)
    {
        QStringList texts;
        NotePlace place;
        while (place.source != NotePlace::Source::End) {
            const Result<NoteSlice> slice = store.reader().read([&](Database& database) {
                return searchNotes(database, filterTerms(typed), place, records);
            });
            Q_ASSERT(slice.ok());
            for (const NoteHit& hit : slice->hits)
                texts.append(hit.name + u": "_s + hit.text);
            place = slice->next;
        }
        return texts;
    }
};

} // namespace

class FamilySearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingATutorTypesFinds_data();
    void everythingATutorTypesFinds();
    void theBetterMatchComesFirst();
    void theWholeNameComesFirst();
    void parentsComeBeforeChildren();
    void openedLastComesFirstAmongEquals();
    void newerFamiliesComeFirstAmongEquals();
    void theMatchIsTold_data();
    void theMatchIsTold();
    void typedPartsOfNamesAreMarked();
    void maskedDigitsFindNobody();
    void editsAreFollowed();
    void whoIsGoneIsNotFound();
    void deletedFamiliesAndChildrenAreNotFound();
    void notesAreReadSliceBySlice();
    void notesOfDeletedFamiliesAreLeftOut();
};

void FamilySearchTest::everythingATutorTypesFinds_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString& typed : {u"王芳"_s, u"wf"_s, u"wangfang"_s, u"WangF"_s, u"王f"_s, u"王 f"_s,
             u"2046"_s, u"王 2046"_s, u"王2046"_s, u"wf2046"_s, u"13812342046"_s,
             u"+86 138-1234-2046"_s, u"138 1234"_s, u"１３８１２３４２０４６"_s, u"浩浩"_s, u"hh"_s,
             u"haohao"_s, u"王 浩"_s, u"sunny"_s, u"妈妈 wang"_s, u"WX_1"_s, u"E-77"_s})
        QTest::newRow(qPrintable(typed)) << typed;
}

void FamilySearchTest::everythingATutorTypesFinds()
{
    QFETCH(QString, typed);
    World world;
    world.families.add(u"李娜"_s, u"小雨"_s);
    world.add(u"李强"_s, u"+8613712340000"_s);
    world.families.add(u"王芳"_s, u"浩浩"_s, [](Customer& customer) {
        customer.phone = u"+8613812342046"_s;
        customer.wechatNick = u"Sunny妈妈"_s;
        customer.wechatId = u"wx_1"_s;
        customer.externalId = u"E-77"_s;
    });
    QCOMPARE(world.found(typed), QStringList{u"王芳"_s});
}

void FamilySearchTest::theBetterMatchComesFirst()
{
    World world;
    world.families.add(u"尾号"_s, {}, [](Customer& c) { c.wechatNick = u"wf66"_s; });
    world.families.add(u"李文芳"_s);
    world.families.add(u"王芳"_s);
    world.families.add(u"WF Lee"_s);
    QCOMPARE(world.found(u"wf"_s), (QStringList{u"WF Lee"_s, u"王芳"_s, u"李文芳"_s, u"尾号"_s}));
    world.families.add(u"方王"_s);
    world.families.add(u"王小雨"_s);
    QCOMPARE(world.found(u"wang"_s), (QStringList{u"王小雨"_s, u"王芳"_s, u"方王"_s}));
}

void FamilySearchTest::theWholeNameComesFirst()
{
    World world;
    world.families.add(u"王芳"_s);
    world.families.add(u"王芳菲"_s);
    QCOMPARE(world.found(u"王芳"_s), (QStringList{u"王芳"_s, u"王芳菲"_s}));
    QCOMPARE(world.found(u"wangfang"_s), (QStringList{u"王芳"_s, u"王芳菲"_s}));
}

void FamilySearchTest::parentsComeBeforeChildren()
{
    World world;
    world.families.add(u"王浩"_s);
    world.families.add(u"李娜"_s, u"王浩"_s);
    QCOMPARE(world.found(u"王浩"_s), (QStringList{u"王浩"_s, u"李娜"_s}));
}

void FamilySearchTest::openedLastComesFirstAmongEquals()
{
    World world;
    const RecordId one = world.families.add(u"王一"_s);
    const RecordId two = world.families.add(u"王二"_s);
    world.families.add(u"王三"_s);
    world.families.add(u"王"_s);
    FamilySearch search = world.search();
    search.setRecent({one, two});
    QCOMPARE(world.names(search, u"w"_s), (QStringList{u"王"_s, u"王一"_s, u"王二"_s, u"王三"_s}));
    search.setRecent({two});
    QCOMPARE(world.names(search, u"w"_s), (QStringList{u"王"_s, u"王二"_s, u"王三"_s, u"王一"_s}));
    search.put(world.texts(two).front());
    QCOMPARE(world.names(search, u"w"_s, 2), (QStringList{u"王"_s, u"王二"_s}));
}

void FamilySearchTest::newerFamiliesComeFirstAmongEquals()
{
    World world;
    for (const QString& name : {u"王一"_s, u"王二"_s, u"王三"_s})
        world.families.add(name);
    QCOMPARE(world.found(u"王"_s), (QStringList{u"王三"_s, u"王二"_s, u"王一"_s}));
}

void FamilySearchTest::theMatchIsTold_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("match");
    const std::pair<QString, QString> rows[] = {{u"王芳"_s, u"name"_s}, {u"浩浩"_s, u"name"_s},
        {u"王"_s, u"nameStart"_s}, {u"wangf"_s, u"pinyin"_s}, {u"王f"_s, u"pinyin"_s},
        {u"wf"_s, u"initials"_s}, {u"芳"_s, u"inside"_s}, {u"sunny"_s, u"inside"_s},
        {u"2046"_s, u"phoneTail"_s}, {u"1381"_s, u"phone"_s}, {u"王 2046"_s, u"phoneTail"_s}};
    for (const auto& [typed, match] : rows)
        QTest::newRow(qPrintable(typed)) << typed << match;
}

void FamilySearchTest::theMatchIsTold()
{
    QFETCH(QString, typed);
    World world;
    world.families.add(u"王芳"_s, u"浩浩"_s, [](Customer& customer) {
        customer.phone = u"+8613812342046"_s;
        customer.wechatNick = u"Sunny妈妈"_s;
    });
    const std::vector<FamilyHit> hits = world.search().find(typed, 5);
    QCOMPARE(hits.size(), size_t(1));
    QTEST(QString(matchWord(hits[0].match)), "match");
}

void FamilySearchTest::typedPartsOfNamesAreMarked()
{
    World world;
    world.families.add(u"王芳"_s, u"浩浩"_s);
    const FamilySearch search = world.search();
    const auto marks = [&](const QString& typed) { return search.find(typed, 1).at(0).marks; };
    QCOMPARE(marks(u"wangf"_s), (std::vector<NameMark>{{0, 0, 2}}));
    QCOMPARE(marks(u"芳"_s), (std::vector<NameMark>{{0, 1, 1}}));
    QCOMPARE(marks(u"h w"_s), (std::vector<NameMark>{{1, 0, 1}, {0, 0, 1}}));
}

void FamilySearchTest::maskedDigitsFindNobody()
{
    World world;
    // As the server sends a family that is not the viewer's own.
    Customer customer;
    customer.id = world.store.newId<Customer>();
    customer.name = u"李娜"_s;
    customer.phone = maskedPhone(u"+8613812342046"_s);
    customer.wechatId = maskedText(u"wx_lina"_s);
    const auto written = world.store.store().write([&](Database& database) -> Result<ChangeSet> {
        RecordTable(database, recordTypeOf<Customer>()).put(toRow(customer));
        return ChangeSet{};
    });
    QVERIFY(written.result().ok());
    for (const QString& typed : {u"13812342046"_s, u"1234"_s, u"342046"_s, u"138"_s, u"wx_lina"_s})
        QCOMPARE(world.found(typed), QStringList());
    // What the mask shows can be looked for.
    QCOMPARE(world.found(u"2046"_s), QStringList{u"李娜"_s});
}

void FamilySearchTest::editsAreFollowed()
{
    World world;
    const Id<Customer> id = world.add(u"王芳"_s, u"+8613812342046"_s);
    FamilySearch search = world.search();
    QVERIFY(world.families.set(id, &Customer::name, u"单雅琴"_s));
    QVERIFY(world.families.set(id, &Customer::phone, u"+8613812340000"_s));
    search.put(world.texts(id).front());
    QCOMPARE(search.size(), size_t(1));
    QCOMPARE(world.names(search, u"syq"_s), QStringList{u"单雅琴"_s});
    QCOMPARE(world.names(search, u"0000"_s), QStringList{u"单雅琴"_s});
    QCOMPARE(world.names(search, u"wf"_s), QStringList());
    QCOMPARE(world.names(search, u"2046"_s), QStringList());
    const Id<Customer> older(RecordId::fromName("before all"));
    search.put({older, {world.pinyin.readings(u"王敏")}, {}, {}});
    QCOMPARE(search.find(u"wm"_s, 5).at(0).id, older);
}

void FamilySearchTest::whoIsGoneIsNotFound()
{
    World world;
    const Id<Customer> gone = world.add(u"王芳"_s, u"+8613812342046"_s);
    world.families.add(u"王芬"_s);
    FamilySearch search = world.search();
    search.remove(gone);
    search.remove(gone);
    QCOMPARE(search.size(), size_t(1));
    QCOMPARE(world.names(search, u"wf"_s), QStringList{u"王芬"_s});
    QVERIFY(search.find(u"2046"_s, 5).empty());
}

void FamilySearchTest::deletedFamiliesAndChildrenAreNotFound()
{
    World world;
    const auto remove = [&](RecordKind kind, const RecordId& id, const RecordId& root) {
        Mutation mutation;
        mutation.operation = Operation::Delete;
        mutation.kind = kind;
        mutation.id = id;
        mutation.root = root;
        return world.store.apply({mutation}).ok();
    };
    const Id<Customer> family = world.families.add(u"王芳"_s, u"浩浩"_s);
    const auto children = familyRecords<Student>(world.store.reader(), family);
    QVERIFY(remove(RecordKind::Student, children.at(0).id, family));
    QCOMPARE(world.found(u"浩浩"_s), QStringList());
    QCOMPARE(world.found(u"王芳"_s).size(), 1);
    QVERIFY(remove(RecordKind::Customer, family, family));
    QCOMPARE(world.search().size(), size_t(0));
    QVERIFY(world.texts(family).empty());
}

void FamilySearchTest::notesAreReadSliceBySlice()
{
    World world;
    const Id<Customer> chen = world.families.add(u"陈静"_s);
    const Id<Customer> wang = world.families.add(
        u"王芳"_s, {}, [](Customer& customer) { customer.remark = u"希望周六 Call"_s; });
    for (int i = 0; i < 5; ++i)
        world.note(chen, u"没接"_s);
    world.note(chen, u"周六再打"_s);
    world.note(wang, u"觉得周六 CALL 太晚"_s);
    const QStringList all{
        u"王芳: 希望周六 Call"_s, u"王芳: 觉得周六 CALL 太晚"_s, u"陈静: 周六再打"_s};
    for (const int records : {1, 2, 3, 100})
        QCOMPARE(world.notes(u"周六"_s, records), all);
    QCOMPARE(world.notes(u"call 晚"_s), QStringList{all[1]});
    QCOMPARE(world.notes(u"周日"_s), QStringList());
}

void FamilySearchTest::notesOfDeletedFamiliesAreLeftOut()
{
    World world;
    const Id<Customer> gone = world.families.add(u"陈静"_s);
    world.note(gone, u"周六再打"_s);
    QCOMPARE(world.notes(u"周六"_s).size(), 1);
    Mutation remove;
    remove.operation = Operation::Delete;
    remove.kind = RecordKind::Customer;
    remove.id = gone;
    remove.root = gone;
    QVERIFY(world.store.apply({remove}).ok());
    QCOMPARE(world.notes(u"周六"_s), QStringList());
}

HOMEROOM_TEST_MAIN(FamilySearchTest)
#include "familysearchtest.moc"
