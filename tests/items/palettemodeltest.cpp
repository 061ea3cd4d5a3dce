// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/palettemodel.h"
#include "tests/support/families.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// What is listed, as words: headings in brackets.
struct World {
    StoreFixture store{};
    Families families{store};
    LiveFamilySearch search{store.workspace()};
    RecentFamilies recent{store.workspace()};
    PaletteModel model{store.workspace(), search, recent};

    QStringList lines() const
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QStringList headings{
                u"[recent]"_s, u"[families]"_s, u"[commands]"_s, u"[notes]"_s};
            if (const PaletteFamily* family = model.family(row))
                lines.append(family->row.customer.name);
            else if (const NoteHit* note = model.note(row))
                lines.append(note->name + u": "_s + note->text);
            else if (const PaletteCommand* command = model.command(row))
                lines.append(command->text);
            else
                lines.append(headings[int(model.section(row))]);
        }
        return lines;
    }
    QStringList found(const QString& typed)
    {
        model.setTyped(typed);
        return lines();
    }
    void withdraw(const RecordId& family)
    {
        const auto written = store.store().write([&](Database& database) -> Result<ChangeSet> {
            Statement erase = database.statement("DELETE FROM r_customer WHERE id = ?1");
            erase.bind(1, family).execute();
            return ChangeSet{Origin::Remote, {{RecordKind::Customer, family, family, true}}};
        });
        QVERIFY(written.result().ok());
    }
};

} // namespace

class PaletteModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingTypedListsWhatWasOpenedLast();
    void openedFamiliesAreKept();
    void typedWordsListFamiliesAndCommands();
    void commandsAreFoundByPinyin();
    void notesFollowBelow();
    void notesOfOlderWordsAreNotAdded();
    void aLetterLooksThroughNoNotes();
    void editsAreFollowed();
    void whoLeftIsNotFound();
    void manyChangesAtOnceAreFollowed();
    void headingsAreSkipped();
};

void PaletteModelTest::nothingTypedListsWhatWasOpenedLast()
{
    World world;
    QCOMPARE(world.lines(), QStringList());
    const RecordId wang = world.families.add(u"王芳"_s);
    const RecordId li = world.families.add(u"李娜"_s);
    for (const RecordId& id : {wang, li, wang})
        world.recent.add(id);
    world.model.setCommands({{u"Undo"_s, u"Ctrl+Z"_s}});
    QCOMPARE(world.lines(),
        (QStringList{u"[recent]"_s, u"王芳"_s, u"李娜"_s, u"[commands]"_s, u"Undo"_s}));
}

void PaletteModelTest::openedFamiliesAreKept()
{
    World world;
    const RecordId wang = world.families.add(u"王芳"_s);
    const RecordId li = world.families.add(u"李娜"_s);
    world.recent.add(wang);
    world.recent.add(li);
    const RecentFamilies after(world.store.workspace());
    QCOMPARE(after.families(), (std::vector<RecordId>{li, wang}));
}

void PaletteModelTest::typedWordsListFamiliesAndCommands()
{
    World world;
    world.families.add(u"王芳"_s, u"浩浩"_s);
    world.families.add(u"李娜"_s);
    world.model.setCommands({{u"Workflow"_s, {}}, {u"Undo"_s, {}}});
    QCOMPARE(world.found(u"w"_s),
        (QStringList{u"[families]"_s, u"王芳"_s, u"[commands]"_s, u"Workflow"_s}));
    QCOMPARE(world.found(u"wf"_s), (QStringList{u"[families]"_s, u"王芳"_s}));
    QCOMPARE(world.model.family(1)->marks, (std::vector<NameMark>{{0, 0, 2}}));
    QCOMPARE(world.found(u"zzz"_s), QStringList());
}

void PaletteModelTest::commandsAreFoundByPinyin()
{
    World world;
    world.model.setCommands({{u"立即同步"_s, {}}, {u"同步中心"_s, {}}, {u"查找"_s, {}}});
    QCOMPARE(world.found(u"tb"_s), (QStringList{u"[commands]"_s, u"同步中心"_s, u"立即同步"_s}));
    QCOMPARE(world.model.commandNumber(1), 1);
    QCOMPARE(world.found(u"cha"_s), (QStringList{u"[commands]"_s, u"查找"_s}));
}

void PaletteModelTest::notesFollowBelow()
{
    World world;
    world.families.add(u"周六"_s);
    world.families.add(u"王芳"_s, {}, [](Customer& c) { c.remark = u"周六下午"_s; });
    QCOMPARE(world.found(u"周六"_s), (QStringList{u"[families]"_s, u"周六"_s}));
    QVERIFY(world.model.isSearching());
    QSignalSpy searching(&world.model, &PaletteModel::searchingChanged);
    QTRY_VERIFY(!world.model.isSearching());
    QVERIFY(!searching.isEmpty());
    QCOMPARE(world.lines(),
        (QStringList{u"[families]"_s, u"周六"_s, u"[notes]"_s, u"王芳: 周六下午"_s}));
    // They stay while the families are listed anew.
    world.families.add(u"周六六"_s);
    QCOMPARE(world.lines().last(), u"王芳: 周六下午"_s);
    QCOMPARE(world.found(u"周日"_s), QStringList());
}

void PaletteModelTest::notesOfOlderWordsAreNotAdded()
{
    World world;
    world.families.add(u"王芳"_s, {}, [](Customer& c) { c.remark = u"周六下午"_s; });
    world.found(u"周六"_s);
    world.found(u"周六上午"_s);
    QTRY_VERIFY(!world.model.isSearching());
    QCOMPARE(world.lines(), QStringList());
}

void PaletteModelTest::aLetterLooksThroughNoNotes()
{
    World world;
    world.found(u"w"_s);
    QVERIFY(!world.model.isSearching());
    world.found(u"周"_s);
    QVERIFY(world.model.isSearching());
    world.found(QString());
    QVERIFY(!world.model.isSearching());
}

void PaletteModelTest::editsAreFollowed()
{
    World world;
    const Id<Customer> id = world.families.add(u"王芳"_s, u"浩浩"_s);
    QCOMPARE(world.found(u"syq"_s), QStringList());
    QVERIFY(world.families.set(id, &Customer::name, u"单雅琴"_s));
    QCOMPARE(world.lines(), (QStringList{u"[families]"_s, u"单雅琴"_s}));
    const Student child = familyRecords<Student>(world.store.reader(), id).at(0);
    QCOMPARE(world.found(u"朵朵"_s), QStringList());
    Change<Student> rename(child.id, id);
    rename.set(&Student::name, u"朵朵"_s);
    QVERIFY(world.store.apply({rename.mutation()}).ok());
    QCOMPARE(world.lines(), (QStringList{u"[families]"_s, u"单雅琴"_s}));
    world.families.add(u"朵朵"_s);
    QCOMPARE(world.lines().size(), 3);
}

void PaletteModelTest::whoLeftIsNotFound()
{
    World world;
    const Id<Customer> gone = world.families.add(
        u"王芳"_s, u"浩浩"_s, [](Customer& c) { c.phone = u"+8613812342046"_s; });
    world.recent.add(gone);
    QCOMPARE(world.found(u"wf"_s).size(), 2);
    world.withdraw(gone);
    QCOMPARE(world.lines(), QStringList());
    for (const QString& typed : {u"浩浩"_s, u"2046"_s, QString()})
        QCOMPARE(world.found(typed), QStringList());
    QVERIFY(world.search.find(u"wf"_s, 5).empty());
}

void PaletteModelTest::manyChangesAtOnceAreFollowed()
{
    World world;
    std::vector<Mutation> mutations;
    for (int number = 0; number < 120; ++number) {
        Customer customer;
        customer.id = world.store.newId<Customer>();
        customer.name = u"单雅%1"_s.arg(number);
        mutations.push_back(createMutation(customer));
    }
    QCOMPARE(world.found(u"sy119"_s), QStringList());
    QVERIFY(world.store.apply(mutations).ok());
    QCOMPARE(world.lines(), (QStringList{u"[families]"_s, u"单雅119"_s}));
}

void PaletteModelTest::headingsAreSkipped()
{
    World world;
    world.families.add(u"王芳"_s);
    world.model.setCommands({{u"Web"_s, {}}});
    world.found(u"w"_s);
    QCOMPARE(world.model.nextItem(-1, 1), 1);
    QCOMPARE(world.model.nextItem(1, 1), 3);
    QCOMPARE(world.model.nextItem(3, 1), -1);
    QCOMPARE(world.model.nextItem(1, -1), -1);
    QVERIFY(!world.model.flags(world.model.index(0)).testFlag(Qt::ItemIsSelectable));
    QCOMPARE(world.model.rowOf(world.model.keyOf(3)), 3);
    QCOMPARE(world.model.rowOf(u"command 7"_s), -1);
}

HOMEROOM_TEST_MAIN(PaletteModelTest)
#include "palettemodeltest.moc"
