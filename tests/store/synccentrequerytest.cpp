// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/synccentrequery.h"
#include "models/store/historyquery.h"
#include "models/store/resolution.h"
#include "models/store/timelinequery.h"
#include "tests/support/serverside.h"
#include "tests/support/syncprofile.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds decidedAt = 1'764'000'000'000;

/// A family from the server, with what the server says about it.
class Centre : public SyncProfile {
public:
    Centre()
    {
        customer.id = newId<Customer>();
        customer.name = u"陈静"_s;
        customer.city = u"武汉"_s;
        say(customer);
    }
    template <typename Record> void say(const Record& record)
    {
        ++seq;
        QVERIFY(absorb(aPage(seq, {delta({served(record, seq)})})).ok());
    }
    Conflict dispute(
        const QString& field, const QJsonObject& values, ConflictKind kind = ConflictKind::Conflict)
    {
        Conflict conflict{.id = newId<Conflict>(), .customer = customer.id, .kind = kind};
        conflict.record = recordKey(RecordKind::Customer, customer.id);
        conflict.fieldName = field;
        conflict.values = values;
        conflict.author = author;
        conflict.at = clock().now();
        say(conflict);
        return conflict;
    }
    std::vector<CentreItem> items(qint64 limit = 100)
    {
        return readSyncCentre(reader(), limit).items;
    }
    std::vector<CentreItem> itemsOf(CentreSection section)
    {
        std::vector<CentreItem> found;
        for (CentreItem& item : items()) {
            if (item.section == section)
                found.push_back(std::move(item));
        }
        return found;
    }
    std::vector<TimelineEntry> timeline()
    {
        return readTimeline(reader(), customer.id, 50).entries;
    }
    HistoryEntry told(
        const QString& key, const QJsonObject& changes, HistoryAction action = HistoryAction::Set)
    {
        HistoryEntry entry{.id = newId<HistoryEntry>(), .customer = customer.id};
        entry.record = key;
        entry.action = action;
        entry.changes = changes;
        entry.author = author;
        entry.at = clock().now();
        say(entry);
        return entry;
    }

    Customer customer{};
    Id<User> author = newId<User>();
    qint64 seq = 0;
};

QJsonObject sides(const QString& mine, const QString& theirs, const QString& before)
{
    return {{u"mine"_s, mine}, {u"theirs"_s, theirs}, {u"before"_s, before}};
}

} // namespace

class SyncCentreQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editsOfOneRecordWaitAsOneLine();
    void beyondTheLimitWaitingRecordsAreOnlyCounted();
    void aRefusedGroupIsOneLineWithItsReason();
    void fieldsOfOneAuthorAreDecidedTogether();
    void aFieldThatIsDisputedTwiceIsTwoDecisions();
    void theRecordAsItStandsIsTheirs();
    void anOrphanShowsItsWords();
    void aDecisionClosesAndWritesInOneGroup();
    void keepingTheRecordOnlyCloses();
    void aMaskedContactIsLeftToTheServer();
    void suggestedMembersJoinTheSet();
    void membersWhoseRemovalWasSuggestedLeaveTheSet();
    void aWholeSetThatWasSuggestedReplacesIt();
    void noValueIsDecidedForARecordThatIsGone();
    void anOrphanIsKeptAsAFollowUp();
    void aSecondDecisionSaysWhoWasFaster();
    void theTimelineTellsOfConflictsAndChanges();
    void theTimelineLeavesOutWhatAFollowUpTells();
};

void SyncCentreQueryTest::editsOfOneRecordWaitAsOneLine()
{
    Centre world;
    world.rename(world.customer.id, u"一"_s);
    world.rename(world.customer.id, u"二"_s);
    const auto waiting = world.itemsOf(CentreSection::Waiting);
    QCOMPARE(waiting.size(), size_t(1));
    QCOMPARE(waiting[0].edits.size(), size_t(2));
    QCOMPARE(waiting[0].family, u"二"_s);
    QCOMPARE(waiting[0].at, world.clock().now());
    QVERIFY(!waiting[0].sent);
    world.peek();
    QVERIFY(world.itemsOf(CentreSection::Waiting)[0].sent);
}

void SyncCentreQueryTest::beyondTheLimitWaitingRecordsAreOnlyCounted()
{
    Centre world;
    for (int i = 0; i < 5; ++i)
        world.create(QString::number(i));
    const CentreContent content = readSyncCentre(world.reader(), 2);
    QCOMPARE(content.items.size(), size_t(2));
    QCOMPARE(content.waiting, 5);
}

void SyncCentreQueryTest::aRefusedGroupIsOneLineWithItsReason()
{
    Centre world;
    const FollowUp note{
        .id = world.newId<FollowUp>(), .customer = world.customer.id, .text = u"typed"_s};
    QVERIFY(world
                .apply({createMutation(note),
                    Change<Customer>(world.customer.id, world.customer.id)
                        .set(&Customer::city, u"济南"_s)
                        .mutation()})
                .ok());
    std::vector<Outcome> refusals;
    for (const Mutation& mutation : world.peek().mutations)
        refusals.push_back({.mid = mutation.mid,
            .kind = OutcomeKind::Refused,
            .code = ErrorCode::Forbidden,
            .message = u"no"_s});
    QVERIFY(world.settle(refusals).ok());
    QCOMPARE(world.counts().attention, 1); // the status line counts what is shown here
    const auto refused = world.itemsOf(CentreSection::Refused);
    QCOMPARE(refused.size(), size_t(1));
    QCOMPARE(Outbox(world.reader()).counts().attention, 1); // as many as there are lines
    QCOMPARE(refused[0].edits.size(), size_t(2));
    QCOMPARE(refused[0].numbers.size(), size_t(2));
    QCOMPARE(refused[0].reason.code, ErrorCode::Forbidden);
    QCOMPARE(world.find(world.customer.id)->city, u"武汉"_s);
}

void SyncCentreQueryTest::fieldsOfOneAuthorAreDecidedTogether()
{
    Centre world;
    world.dispute(u"name"_s, sides(u"陈晶"_s, u"陈静"_s, u"陈"_s));
    world.dispute(u"relation"_s, sides(u"father"_s, u"mother"_s, u"unknown"_s));
    const auto conflicts = world.itemsOf(CentreSection::Conflicts);
    QCOMPARE(conflicts.size(), size_t(1));
    QCOMPARE(conflicts[0].fields.size(), size_t(2));
    QCOMPARE(conflicts[0].author, RecordId(world.author));
    QCOMPARE(conflicts[0].fields[0].mine, FieldValue(u"陈晶"_s));
    QCOMPARE(conflicts[0].fields[0].before, std::optional(FieldValue(u"陈"_s)));
}

void SyncCentreQueryTest::aFieldThatIsDisputedTwiceIsTwoDecisions()
{
    Centre world;
    world.dispute(u"name"_s, sides(u"陈晶"_s, u"陈静"_s, u"陈"_s));
    world.dispute(u"name"_s, sides(u"陈京"_s, u"陈静"_s, u"陈"_s));
    QCOMPARE(world.itemsOf(CentreSection::Conflicts).size(), size_t(2));
}

void SyncCentreQueryTest::theRecordAsItStandsIsTheirs()
{
    Centre world;
    world.dispute(u"name"_s, sides(u"陈晶"_s, u"陈静"_s, u"陈"_s));
    world.told(recordKey(RecordKind::Customer, world.customer.id),
        {{u"name"_s, QJsonArray{u"陈静"_s, u"陈静静"_s}}});
    world.customer.name = u"陈静静"_s;
    world.say(world.customer);
    const DisputedField field = world.itemsOf(CentreSection::Conflicts)[0].fields[0];
    QCOMPARE(field.theirs, FieldValue(u"陈静静"_s));
    QCOMPARE(field.theirAuthor, RecordId(world.author));
}

void SyncCentreQueryTest::anOrphanShowsItsWords()
{
    Centre world;
    world.dispute({}, {{u"mine"_s, QJsonObject{{u"city"_s, u"济南"_s}}}}, ConflictKind::Orphan);
    const auto orphans = world.itemsOf(CentreSection::Orphans);
    QCOMPARE(orphans.size(), size_t(1));
    QCOMPARE(orphans[0].edits[0].changes.size(), size_t(1));
    QCOMPARE(orphans[0].edits[0].changes[0].second, FieldValue(u"济南"_s));
}

void SyncCentreQueryTest::aDecisionClosesAndWritesInOneGroup()
{
    Centre world;
    const Conflict name = world.dispute(u"name"_s, sides(u"陈晶"_s, u"陈静"_s, u"陈"_s));
    const Conflict relation =
        world.dispute(u"relation"_s, sides(u"father"_s, u"mother"_s, u"unknown"_s));
    Result<Edit> edit = resolutionEdit(world.reader(),
        {{name.id, Choice::Own, u"陈京"_s}, {relation.id, Choice::Mine, {}}}, decidedAt);
    QVERIFY(edit.ok());
    QVERIFY(world.store().apply(std::move(*edit)).result().ok());
    QCOMPARE(world.find(world.customer.id)->name, u"陈京"_s);
    QCOMPARE(world.find(world.customer.id)->relation, FamilyRelation::Father);
    QVERIFY(world.find(name.id)->resolved);
    QCOMPARE(world.find(name.id)->resolution, u"own"_s);
    QVERIFY(world.itemsOf(CentreSection::Conflicts).empty());
    const std::vector<Mutation> sent = world.peek().mutations;
    QCOMPARE(sent.size(), size_t(3));
    for (const Mutation& mutation : sent)
        QCOMPARE(mutation.group, sent[0].group);
    QCOMPARE(sent[0].kind, RecordKind::Conflict); // the server hears of the closing first
    QCOMPARE(sent[2].kind, RecordKind::Customer);
    QCOMPARE(sent[2].base, (Stamp{1, 1}));
}

void SyncCentreQueryTest::keepingTheRecordOnlyCloses()
{
    Centre world;
    const Conflict name = world.dispute(u"name"_s, sides(u"陈晶"_s, u"陈静"_s, u"陈"_s));
    const Result<Edit> edit =
        resolutionEdit(world.reader(), {{name.id, Choice::Theirs, {}}}, decidedAt);
    QCOMPARE(edit->mutations.size(), size_t(1));
}

void SyncCentreQueryTest::aMaskedContactIsLeftToTheServer()
{
    Centre world;
    const Conflict phone = world.dispute(
        u"phone"_s, sides(u"+86138****0001"_s, u"+86138****0002"_s, u"+86138****0003"_s));
    const Result<Edit> edit =
        resolutionEdit(world.reader(), {{phone.id, Choice::Mine, {}}}, decidedAt);
    QVERIFY(edit.ok());
    QCOMPARE(edit->mutations.size(), size_t(1));
    QCOMPARE(edit->mutations[0].kind, RecordKind::Conflict);
}

void SyncCentreQueryTest::suggestedMembersJoinTheSet()
{
    Centre world;
    world.customer.tags = {u"a"_s};
    world.say(world.customer);
    const Conflict tags = world.dispute(u"tags"_s,
        {{u"mine"_s, QJsonArray{u"b"_s}}, {u"operation"_s, u"add"_s}}, ConflictKind::Suggestion);
    QCOMPARE(world.itemsOf(CentreSection::Suggestions)[0].fields[0].mine,
        FieldValue(QStringList{u"a"_s, u"b"_s}));
    Result<Edit> edit = resolutionEdit(world.reader(), {{tags.id, Choice::Mine, {}}}, decidedAt);
    QVERIFY(world.store().apply(std::move(*edit)).result().ok());
    QCOMPARE(world.find(world.customer.id)->tags, QStringList({u"a"_s, u"b"_s}));
}

void SyncCentreQueryTest::membersWhoseRemovalWasSuggestedLeaveTheSet()
{
    Centre world;
    world.customer.tags = {u"a"_s, u"b"_s};
    world.say(world.customer);
    const Conflict tags = world.dispute(u"tags"_s,
        {{u"mine"_s, QJsonArray{u"a"_s}}, {u"operation"_s, u"remove"_s}}, ConflictKind::Suggestion);
    QCOMPARE(world.itemsOf(CentreSection::Suggestions)[0].fields[0].mine,
        FieldValue(QStringList{u"b"_s}));
    Result<Edit> edit = resolutionEdit(world.reader(), {{tags.id, Choice::Mine, {}}}, decidedAt);
    QVERIFY(world.store().apply(std::move(*edit)).result().ok());
    QCOMPARE(world.find(world.customer.id)->tags, QStringList{u"b"_s});
}

void SyncCentreQueryTest::aWholeSetThatWasSuggestedReplacesIt()
{
    Centre world;
    world.customer.tags = {u"a"_s, u"b"_s};
    world.say(world.customer);
    const Conflict tags =
        world.dispute(u"tags"_s, {{u"mine"_s, QJsonArray()}}, ConflictKind::Suggestion);
    Result<Edit> edit = resolutionEdit(world.reader(), {{tags.id, Choice::Mine, {}}}, decidedAt);
    QVERIFY(world.store().apply(std::move(*edit)).result().ok());
    QVERIFY(world.find(world.customer.id)->tags.isEmpty());
}

void SyncCentreQueryTest::noValueIsDecidedForARecordThatIsGone()
{
    Centre world;
    Conflict name = world.dispute(u"name"_s, sides(u"陈晶"_s, u"陈静"_s, u"陈"_s));
    name.record = recordKey(RecordKind::Customer, world.newId<Customer>());
    world.say(name);
    const Result<Edit> mine =
        resolutionEdit(world.reader(), {{name.id, Choice::Mine, {}}}, decidedAt);
    QCOMPARE(mine.error().code, ErrorCode::NotFound);
    QVERIFY(resolutionEdit(world.reader(), {{name.id, Choice::Theirs, {}}}, decidedAt).ok());
}

void SyncCentreQueryTest::anOrphanIsKeptAsAFollowUp()
{
    Centre world;
    const Conflict orphan =
        world.dispute({}, {{u"mine"_s, QJsonObject{{u"city"_s, u"济南"_s}}}}, ConflictKind::Orphan);
    const FollowUp copy{
        .id = world.newId<FollowUp>(), .customer = world.customer.id, .text = u"济南"_s};
    Result<Edit> edit = orphanEdit(world.reader(), orphan.id, copy);
    QVERIFY(world.store().apply(std::move(*edit)).result().ok());
    QCOMPARE(world.find(copy.id)->text, u"济南"_s);
    QCOMPARE(world.find(orphan.id)->resolution, u"copied"_s);
    QVERIFY(world.itemsOf(CentreSection::Orphans).empty());
}

void SyncCentreQueryTest::aSecondDecisionSaysWhoWasFaster()
{
    Centre world;
    User other;
    other.id = world.author;
    other.displayName = u"王老师"_s;
    world.say(other);
    Conflict name = world.dispute(u"name"_s, sides(u"陈晶"_s, u"陈静"_s, u"陈"_s));
    name.resolved = true;
    name.resolution = u"theirs"_s;
    world.say(name);
    world.told(
        recordKey(RecordKind::Conflict, name.id), {{u"resolved"_s, QJsonArray{false, true}}});
    const Result<Edit> edit =
        resolutionEdit(world.reader(), {{name.id, Choice::Mine, {}}}, decidedAt);
    QCOMPARE(edit.error().code, ErrorCode::Changed);
    QCOMPARE(edit.error().person, u"王老师"_s);
}

void SyncCentreQueryTest::theTimelineTellsOfConflictsAndChanges()
{
    Centre world;
    const QString key = recordKey(RecordKind::Customer, world.customer.id);
    world.told(key, {{u"city"_s, QJsonArray{QJsonValue(), u"武汉"_s}}});
    world.told(key, {{u"nextStep"_s, QJsonArray{u"a"_s, u"b"_s}}}, HistoryAction::Lost);
    const Conflict name = world.dispute(u"name"_s, sides(u"陈晶"_s, u"陈静"_s, u"陈"_s));
    world.told(recordKey(RecordKind::Conflict, name.id),
        {{u"resolved"_s, QJsonArray{false, true}}, {u"resolution"_s, QJsonArray{{}, u"mine"_s}}});
    QList<TimelineKind> kinds;
    for (const TimelineEntry& entry : world.timeline())
        kinds.append(entry.kind);
    for (const TimelineKind kind : {TimelineKind::Changed, TimelineKind::GaveWay,
             TimelineKind::ConflictRaised, TimelineKind::ConflictResolved})
        QCOMPARE(kinds.count(kind), 1);
}

void SyncCentreQueryTest::theTimelineLeavesOutWhatAFollowUpTells()
{
    Centre world;
    world.say(FollowUp{.id = world.newId<FollowUp>(),
        .customer = world.customer.id,
        .text = u"x"_s,
        .nextStep = u"call"_s,
        .happenedAt = world.clock().now()});
    world.told(recordKey(RecordKind::Customer, world.customer.id),
        {{u"nextStep"_s, QJsonArray{QJsonValue(), u"call"_s}}});
    QCOMPARE(world.timeline().size(), size_t(1));
}

HOMEROOM_TEST_MAIN(SyncCentreQueryTest)
#include "synccentrequerytest.moc"
