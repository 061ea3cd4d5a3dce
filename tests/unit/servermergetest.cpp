// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/twowriters.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class ServerMergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownEditsFromOneDeviceNeverConflict();
    void aGuardedFieldKeepsTheServersValue();
    void equalValuesAreNoConflict();
    void theLaterSoftEditWins();
    void aBadClockWinsNothing();
    void aPersonDoesNotConflictWithThemselves();
    void keysOfAnObjectMergeApart();
    void setsCommute();
    void anOverlapOfRemarksIsAConflict();
    void theFirstResolutionWins();
    void aDeleteOfAChangedRowIsRefused();
    void anEditOfADeletedRowBecomesAnOrphan();
    void whoRemovedARecordBringsItBack();
    void whatOthersRemovedComesBackToTheLeadOnly();
    void aRecordComesBackToItsOwnFamily();
    void whatComesBackNeedsTheRightsOfWhatItSays();
    void aSecondRemarkKeepsWhatTheFirstWasMergedWith();
    void anUndoOfWhatStandsOverAnothersIsRefused();
    void aCreateTwiceIsOneRecord();
    void aBaseOfTheLostTimeHasSeenNothingSince();
};

void ServerMergeTest::ownEditsFromOneDeviceNeverConflict()
{
    TwoWriters two;
    QCOMPARE(two.server.push(two.tutor, two.edit(&Customer::name, u"Wang"_s)).kind,
        OutcomeKind::Applied);
    QCOMPARE(
        two.server.push(two.tutor, two.edit(&Customer::name, u"Wu"_s)).kind, OutcomeKind::Applied);
    QCOMPARE(two.family().name, u"Wu"_s);
}

void ServerMergeTest::aGuardedFieldKeepsTheServersValue()
{
    TwoWriters two;
    two.server.push(two.lead, two.edit(&Customer::name, u"Wang"_s));
    const Outcome outcome = two.server.push(two.tutor, two.edit(&Customer::name, u"Wu"_s));
    QCOMPARE(outcome.kind, OutcomeKind::Conflict);
    QCOMPARE(outcome.kept, QStringList{u"name"_s});
    QCOMPARE(two.family().name, u"Wang"_s);
    const Conflict conflict = two.server.find(Id<Conflict>(outcome.conflict));
    QCOMPARE(conflict.fieldName, u"name"_s);
    QCOMPARE(conflict.record, u"customer/"_s + two.id.toString());
    QCOMPARE(RecordId(conflict.author), two.server.idOf(u"a1"_s));
    const QJsonObject expected{
        {u"mine"_s, u"Wu"_s}, {u"theirs"_s, u"Wang"_s}, {u"before"_s, u"Li"_s}};
    QCOMPARE(conflict.values, expected);
}

void ServerMergeTest::equalValuesAreNoConflict()
{
    TwoWriters two;
    two.server.push(two.lead, two.edit(&Customer::name, u"Wang"_s));
    QCOMPARE(two.server.push(two.tutor, two.edit(&Customer::name, u"Wang"_s)).kind,
        OutcomeKind::Applied);
    QVERIFY(two.server.conflicts().empty());
}

void ServerMergeTest::theLaterSoftEditWins()
{
    TwoWriters two;
    two.server.clock.advance(hourMs);
    const Milliseconds now = two.server.clock.now();
    two.server.push(two.lead, two.edit(&Customer::city, u"Wuhan"_s, now - 10 * minuteMs));
    const Outcome lost =
        two.server.push(two.tutor, two.edit(&Customer::city, u"Jinan"_s, now - 20 * minuteMs));
    QCOMPARE(lost.kind, OutcomeKind::Merged);
    QCOMPARE(lost.kept, QStringList{u"city"_s});
    QCOMPARE(two.family().city, u"Wuhan"_s);
    const Outcome won =
        two.server.push(two.tutor, two.edit(&Customer::city, u"Xi'an"_s, now - 5 * minuteMs));
    QCOMPARE(won.kind, OutcomeKind::Applied);
    QCOMPARE(two.family().city, u"Xi'an"_s);
}

void ServerMergeTest::aBadClockWinsNothing()
{
    TwoWriters two;
    two.server.push(two.lead, two.edit(&Customer::city, u"Wuhan"_s));
    two.server.clock.advance(hourMs);
    Mutation edit = two.edit(&Customer::city, u"Jinan"_s, two.server.clock.now());
    edit.clockGood = false;
    QCOMPARE(two.server.push(two.tutor, edit).kind, OutcomeKind::Merged);
    QCOMPARE(two.family().city, u"Wuhan"_s);
}

void ServerMergeTest::aPersonDoesNotConflictWithThemselves()
{
    TwoWriters two;
    TestDevice second = two.server.device(u"a1"_s);
    two.server.push(two.tutor, two.edit(&Customer::name, u"Wang"_s));
    two.server.clock.advance(minuteMs);
    QCOMPARE(
        two.server.push(second, two.edit(&Customer::name, u"Wu"_s)).kind, OutcomeKind::Applied);
    QCOMPARE(two.family().name, u"Wu"_s);
    QVERIFY(two.server.conflicts().empty());
}

void ServerMergeTest::keysOfAnObjectMergeApart()
{
    TwoWriters two;
    two.server.push(two.lead, two.edit(&Customer::custom, QJsonObject{{u"a"_s, 1}}));
    QCOMPARE(two.server.push(two.tutor, two.edit(&Customer::custom, QJsonObject{{u"b"_s, 2}})).kind,
        OutcomeKind::Applied);
    const QJsonObject both{{u"a"_s, 1}, {u"b"_s, 2}};
    QCOMPARE(two.family().custom, both);
    const Outcome lost = two.server.push(two.tutor,
        two.edit(&Customer::custom, QJsonObject{{u"a"_s, 3}}, two.server.clock.now() - minuteMs));
    QCOMPARE(lost.kind, OutcomeKind::Merged);
    QCOMPARE(two.family().custom, both);
}

void ServerMergeTest::setsCommute()
{
    TwoWriters two;
    Mutation add = two.edit(&Customer::tags, QStringList{u"x"_s});
    add.operation = Operation::Add;
    Mutation other = two.edit(&Customer::tags, QStringList{u"y"_s});
    other.operation = Operation::Add;
    QCOMPARE(two.server.push(two.lead, add).kind, OutcomeKind::Applied);
    QCOMPARE(two.server.push(two.tutor, other).kind, OutcomeKind::Applied);
    const QStringList both{u"x"_s, u"y"_s};
    QCOMPARE(two.family().tags, both);
    Mutation remove = add;
    remove.operation = Operation::Remove;
    QCOMPARE(two.server.push(two.tutor, remove).kind, OutcomeKind::Applied);
    QCOMPARE(two.family().tags, QStringList{u"y"_s});
    QCOMPARE(two.server.push(two.lead, two.edit(&Customer::tags, QStringList{u"z"_s})).kind,
        OutcomeKind::Merged);
    const QStringList united{u"y"_s, u"z"_s};
    QCOMPARE(two.family().tags, united);
}

void ServerMergeTest::anOverlapOfRemarksIsAConflict()
{
    TwoWriters two;
    two.server.push(two.tutor, two.edit(&Customer::remark, u"Busy. Call later."_s));
    two.base = two.server.stamp();
    two.server.push(two.lead, two.edit(&Customer::remark, u"Busy. Call at nine."_s));
    const Outcome overlap =
        two.server.push(two.tutor, two.edit(&Customer::remark, u"Busy. Call at ten."_s));
    QCOMPARE(overlap.kind, OutcomeKind::Conflict);
    const Outcome apart =
        two.server.push(two.tutor, two.edit(&Customer::remark, u"Free. Call later."_s));
    QCOMPARE(apart.kind, OutcomeKind::Merged);
    QCOMPARE(two.family().remark, u"Free. Call at nine."_s);
}

void ServerMergeTest::theFirstResolutionWins()
{
    TwoWriters two;
    two.server.push(two.lead, two.edit(&Customer::name, u"Wang"_s));
    const Id<Conflict> id(two.server.push(two.tutor, two.edit(&Customer::name, u"Wu"_s)).conflict);
    const auto resolution = [&](const QString& word) {
        Mutation mutation = Change<Conflict>(id, two.id)
                                .set(&Conflict::resolved, true)
                                .set(&Conflict::resolution, word)
                                .mutation();
        mutation.base = two.server.find(id).id.isNull() ? Stamp() : two.server.stamp();
        return mutation;
    };
    const Mutation first = resolution(u"mine"_s);
    const Mutation second = resolution(u"theirs"_s);
    QCOMPARE(two.server.push(two.tutor, first).kind, OutcomeKind::Applied);
    QCOMPARE(two.server.push(two.lead, second).kind, OutcomeKind::Merged);
    QCOMPARE(two.server.find(id).resolution, u"mine"_s);
}

void ServerMergeTest::aDeleteOfAChangedRowIsRefused()
{
    TwoWriters two;
    two.server.push(two.lead, two.edit(&Customer::city, u"Wuhan"_s));
    Mutation remove = two.edit(&Customer::city, u""_s);
    remove.operation = Operation::Delete;
    remove.changes.clear();
    QCOMPARE(two.server.push(two.tutor, remove).code, ErrorCode::Changed);
}

void ServerMergeTest::anEditOfADeletedRowBecomesAnOrphan()
{
    TwoWriters two;
    Mutation remove = two.edit(&Customer::city, u""_s);
    remove.operation = Operation::Delete;
    remove.changes.clear();
    QCOMPARE(two.server.push(two.tutor, remove).kind, OutcomeKind::Applied);
    const Outcome outcome = two.server.push(two.lead, two.edit(&Customer::city, u"Wuhan"_s));
    QCOMPARE(outcome.kind, OutcomeKind::Conflict);
    const Conflict orphan = two.server.find(Id<Conflict>(outcome.conflict));
    QCOMPARE(orphan.kind, ConflictKind::Orphan);
    const QJsonObject mine{{u"city"_s, u"Wuhan"_s}};
    QCOMPARE(orphan.values.value(u"mine"_s).toObject(), mine);
}

namespace {

Mutation removal(const RecordId& id, const RecordId& root, const Stamp& base)
{
    Mutation remove;
    remove.operation = Operation::Delete;
    remove.kind = RecordKind::Student;
    remove.id = id;
    remove.root = root;
    remove.base = base;
    return remove;
}

} // namespace

void ServerMergeTest::whoRemovedARecordBringsItBack()
{
    TwoWriters two;
    const Student student{
        .id = Id<Student>(two.server.newId()), .customer = two.id, .name = u"Hao"_s};
    two.server.push(two.tutor, createMutation(student));
    two.server.push(two.tutor, removal(student.id, two.id, two.server.stamp()));
    Mutation back = createMutation(student);
    back.base = two.base; // older than the removal, which was this device's own
    QCOMPARE(two.server.push(two.tutor, back).kind, OutcomeKind::Applied);
    const auto stored = two.server.stored(RecordKind::Student, student.id);
    QVERIFY(!stored->row.deleted);
    QCOMPARE(fromRow<Student>(stored->row).name, u"Hao"_s);
}

void ServerMergeTest::whatOthersRemovedComesBackToTheLeadOnly()
{
    TwoWriters two;
    const Student student{
        .id = Id<Student>(two.server.newId()), .customer = two.id, .name = u"Hao"_s};
    two.server.push(two.tutor, createMutation(student));
    two.base = two.server.stamp();
    two.server.push(two.lead, removal(student.id, two.id, two.server.stamp()));
    Mutation again = createMutation(student);
    again.base = two.base;
    QCOMPARE(two.server.push(two.tutor, again).kind, OutcomeKind::Conflict);
    QVERIFY(two.server.stored(RecordKind::Student, student.id)->row.deleted);
    QCOMPARE(two.server.conflicts().back().kind, ConflictKind::Orphan);
}

void ServerMergeTest::aRecordComesBackToItsOwnFamily()
{
    TwoWriters two;
    TestDevice stranger = two.server.device(u"b1"_s);
    const Id<Customer> foreign = two.server.family(stranger, u"foreign"_s);
    const Student student{
        .id = Id<Student>(two.server.newId()), .customer = two.id, .name = u"Hao"_s};
    two.server.push(two.tutor, createMutation(student));
    for (const RecordId& place : {RecordId(foreign), two.server.newId()}) {
        two.server.push(two.tutor, removal(student.id, two.id, two.server.stamp()));
        Mutation back = createMutation(student);
        back.root = place;
        std::erase_if(back.changes,
            [](const auto& change) { return change.first == fieldIndexOf(&Student::customer); });
        two.server.push(two.tutor, back);
        const auto stored = two.server.stored(RecordKind::Student, student.id);
        QCOMPARE(stored->row.root, RecordId(two.id));
        QCOMPARE(RecordId(fromRow<Student>(stored->row).customer), RecordId(two.id));
    }
}

void ServerMergeTest::whatComesBackNeedsTheRightsOfWhatItSays()
{
    TwoWriters two;
    SavedView view{.id = Id<SavedView>(two.server.newId()), .name = u"mine"_s};
    QCOMPARE(two.server.push(two.tutor, createMutation(view)).kind, OutcomeKind::Applied);
    Mutation remove = removal(view.id, view.id, two.server.stamp());
    remove.kind = RecordKind::SavedView;
    QCOMPARE(two.server.push(two.tutor, remove).kind, OutcomeKind::Applied);
    view.user = Id<User>(two.server.idOf(u"a2"_s));
    const Outcome outcome = two.server.push(two.tutor, createMutation(view));
    QCOMPARE(outcome.kind, OutcomeKind::Refused);
    QCOMPARE(outcome.code, ErrorCode::Forbidden);
    QVERIFY(two.server.stored(RecordKind::SavedView, view.id)->row.deleted);
}

// Both were typed on one text, without sight of the lead's.
void ServerMergeTest::aSecondRemarkKeepsWhatTheFirstWasMergedWith()
{
    TwoWriters two;
    two.server.push(two.tutor, two.edit(&Customer::remark, u"S. "_s));
    two.base = two.server.stamp();
    two.server.push(two.lead, two.edit(&Customer::remark, u"S. Lead. "_s));
    QCOMPARE(two.server.push(two.tutor, two.edit(&Customer::remark, u"S. One. "_s)).kind,
        OutcomeKind::Merged);
    QCOMPARE(two.server.push(two.tutor, two.edit(&Customer::remark, u"S. One. Two. "_s)).kind,
        OutcomeKind::Merged);
    for (const QString& word : {u"S."_s, u"Lead."_s, u"One."_s, u"Two."_s})
        QCOMPARE(two.family().remark.count(word), 1);
    QVERIFY(two.server.conflicts().empty());
    // And a third takes one of them out again.
    two.server.push(two.tutor, two.edit(&Customer::remark, u"S. Two. "_s));
    QCOMPARE(two.family().remark.count(u"Lead."_s), 1);
    QCOMPARE(two.family().remark.count(u"One."_s), 0);
}

void ServerMergeTest::anUndoOfWhatStandsOverAnothersIsRefused()
{
    TwoWriters two;
    two.server.clock.advance(hourMs);
    const Milliseconds now = two.server.clock.now();
    two.server.push(two.lead, two.edit(&Customer::city, u"Wuhan"_s, now - 10 * minuteMs));
    two.server.push(two.tutor, two.edit(&Customer::city, u"Jinan"_s, now - 5 * minuteMs));
    QCOMPARE(two.family().city, u"Jinan"_s);
    Mutation undo = two.edit(&Customer::city, QString(), now);
    undo.undo = true;
    const Outcome outcome = two.server.push(two.tutor, undo);
    QCOMPARE(outcome.kind, OutcomeKind::Refused);
    QCOMPARE(outcome.code, ErrorCode::Changed);
    QCOMPARE(two.family().city, u"Jinan"_s);
}

void ServerMergeTest::aCreateTwiceIsOneRecord()
{
    TwoWriters two;
    Task task;
    task.id = Id<Task>(RecordId::fromName("rule/day/family"));
    task.customer = two.id;
    task.text = u"call"_s;
    QCOMPARE(two.server.push(two.tutor, createMutation(task)).kind, OutcomeKind::Applied);
    QCOMPARE(two.server.push(two.lead, createMutation(task)).kind, OutcomeKind::Applied);
    QVERIFY(two.server.conflicts().empty());
}

void ServerMergeTest::aBaseOfTheLostTimeHasSeenNothingSince()
{
    TwoWriters two;
    ServerFixture& server = two.server;
    server.backUp();
    for (const QString& city : {u"Jinan"_s, u"Wuhan"_s, u"Xi'an"_s})
        server.push(two.tutor, two.edit(&Customer::city, city));
    const Stamp lost = server.stamp();
    const Caller caller = server.callerOf(u"a1"_s);
    const PullRequest request{server.newId(), {}};
    const Result<PullPage> page = Pull(server.parts()).run(caller, request);
    server.restore();
    // The numbers of the lost time are given out again before anybody has noticed.
    TestDevice lead = server.device(u"leadA"_s);
    server.push(lead, two.edit(&Customer::name, u"Wang"_s));
    QVERIFY(server.stamp().generation == lost.generation && server.stamp().seq <= lost.seq);
    const Result<PullPage> next = Pull(server.parts()).run(caller, {request.device, page->cursor});
    QCOMPARE(next.error().code, ErrorCode::Generation);
    two.base = lost;
    TestDevice tutor = server.device(u"a1"_s);
    QCOMPARE(server.push(tutor, two.edit(&Customer::name, u"Wu"_s)).kind, OutcomeKind::Conflict);
    QCOMPARE(two.family().name, u"Wang"_s);
}

HOMEROOM_TEST_MAIN(ServerMergeTest)
#include "servermergetest.moc"
