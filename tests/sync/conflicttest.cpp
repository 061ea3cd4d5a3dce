// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/historyquery.h"
#include "models/store/resolution.h"
#include "models/store/synccentrequery.h"
#include "models/store/timelinequery.h"
#include "tests/support/syncclientfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds decidedAt = 1'764'000'000'000;

const QString ofTutor = u"+8613900000001"_s;
const QString ofLead = u"+8613900000002"_s;

/// A tutor and the team's lead, who both see one family.
class TwoPeople {
public:
    TwoPeople() : tutor(world, u"a1"_s), lead(world, u"leadA"_s)
    {
        tutor.signIn();
        lead.signIn();
        id = tutor.create(u"Li Lei"_s);
        world.time.run(secondMs);
    }

    void goOffline()
    {
        tutor.network().setOnline(false);
        lead.network().setOnline(false);
        world.time.run(secondMs);
    }
    /// The lead's edits arrive first.
    void comeBack()
    {
        lead.network().setOnline(true);
        world.time.run(6 * minuteMs);
        tutor.network().setOnline(true);
        world.time.run(6 * minuteMs);
    }
    template <typename Member, typename Value>
    void edits(TestClient& client, Member Customer::*member, const Value& value)
    {
        QVERIFY(client.apply({Change<Customer>(id, id).set(member, value).mutation()}).ok());
    }
    /// Both give the family another phone, neither knowing of the other.
    void disputePhone()
    {
        goOffline();
        edits(lead, &Customer::phone, ofLead);
        edits(tutor, &Customer::phone, ofTutor);
        comeBack();
    }
    std::vector<CentreItem> conflicts(TestClient& client)
    {
        std::vector<CentreItem> found;
        for (CentreItem& item : readSyncCentre(client.reader(), 100).items) {
            if (item.section == CentreSection::Conflicts)
                found.push_back(std::move(item));
        }
        return found;
    }
    void decides(TestClient& client, Choice choice, const FieldValue& own = {})
    {
        const auto open = conflicts(client);
        QCOMPARE(open.size(), size_t(1));
        Result<Edit> edit =
            resolutionEdit(client.reader(), {{open[0].fields[0].conflict, choice, own}}, decidedAt);
        QVERIFY(edit.ok());
        QVERIFY(client.store().apply(std::move(*edit)).result().ok());
    }
    int told(TestClient& client, TimelineKind kind)
    {
        int count = 0;
        for (const TimelineEntry& entry : readTimeline(client.reader(), id, 100).entries)
            count += entry.kind == kind ? 1 : 0;
        return count;
    }
    QString history(TestClient& client)
    {
        QStringList lines;
        for (const HistoryEntry& entry :
            readHistory(client.reader(), id, recordKey(RecordKind::Customer, id)))
            lines.append(u"%1 %2 %3"_s.arg(
                entry.id.toString(), entry.author.toString(), entry.changes.keys().join(u',')));
        return lines.join(u'\n');
    }

    SyncWorld world{};
    TestClient tutor;
    TestClient lead;
    Id<Customer> id{};
};

} // namespace

using CustomerText = QString Customer::*;

class ConflictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConflictIsSeenByBothAndDecidedByOne();
    void theLeadChoosesAPhoneThatIsReadMasked();
    void aLaterDecisionGivesWayAndIsTold();
    void aSoftValueThatCameSecondIsToldOnBothSides();
    void historyIsTheSameOnEveryDevice();
    void anUndoDoesNotOverwriteWhatAColleagueWrote_data();
    void anUndoDoesNotOverwriteWhatAColleagueWrote();
    void aRefusedMoveGoesBack();
    void aConflictInTheCatalogueIsDecidedByWhoMayEditIt();
};

void ConflictTest::aConflictIsSeenByBothAndDecidedByOne()
{
    TwoPeople two;
    two.disputePhone();
    for (TestClient* client : {&two.tutor, &two.lead}) {
        const auto open = two.conflicts(*client);
        QCOMPARE(open.size(), size_t(1));
        QCOMPARE(open[0].author, two.world.server.idOf(u"a1"_s));
        QCOMPARE(open[0].fields[0].theirAuthor, two.world.server.idOf(u"leadA"_s));
        QCOMPARE(two.told(*client, TimelineKind::ConflictRaised), 1);
    }
    QCOMPARE(two.tutor.find(two.id)->phone, ofLead);
    QCOMPARE(two.conflicts(two.tutor)[0].fields[0].mine, FieldValue(ofTutor));
    QCOMPARE(two.conflicts(two.lead)[0].fields[0].mine, FieldValue(u"+86139****0001"_s));
    two.decides(two.tutor, Choice::Mine);
    two.world.time.run(2 * secondMs);
    QCOMPARE(two.world.server.find(two.id).phone, ofTutor);
    QCOMPARE(two.tutor.find(two.id)->phone, ofTutor);
    QCOMPARE(two.lead.find(two.id)->phone, u"+86139****0001"_s);
    for (TestClient* client : {&two.tutor, &two.lead}) {
        QVERIFY(two.conflicts(*client).empty());
        QCOMPARE(two.told(*client, TimelineKind::ConflictResolved), 1);
    }
    QCOMPARE(two.tutor.status().counts, OutboxCounts());
}

void ConflictTest::theLeadChoosesAPhoneThatIsReadMasked()
{
    TwoPeople two;
    two.disputePhone();
    two.decides(two.lead, Choice::Mine);
    two.world.time.run(2 * secondMs);
    QCOMPARE(two.world.server.find(two.id).phone, ofTutor);
    QCOMPARE(two.tutor.find(two.id)->phone, ofTutor);
    QVERIFY(two.conflicts(two.tutor).empty());
}

void ConflictTest::aLaterDecisionGivesWayAndIsTold()
{
    TwoPeople two;
    two.disputePhone();
    two.goOffline();
    two.decides(two.lead, Choice::Theirs);
    two.decides(two.tutor, Choice::Own, u"+8613900000009"_s);
    two.comeBack();
    QCOMPARE(two.world.server.find(two.id).phone, ofLead);
    QCOMPARE(two.tutor.find(two.id)->phone, ofLead);
    QCOMPARE(two.tutor.status().counts, OutboxCounts()); // nothing refused
    QCOMPARE(two.world.server.conflicts().size(), size_t(1));
    QCOMPARE(two.world.server.conflicts()[0].resolution, u"theirs"_s);
    for (TestClient* client : {&two.tutor, &two.lead}) {
        QCOMPARE(two.told(*client, TimelineKind::ConflictResolved), 2); // the second, too
        QCOMPARE(two.told(*client, TimelineKind::GaveWay), 1); // with its value
    }
}

void ConflictTest::aSoftValueThatCameSecondIsToldOnBothSides()
{
    TwoPeople two;
    two.goOffline();
    two.edits(two.tutor, &Customer::city, u"Jinan"_s);
    two.world.time.run(minuteMs);
    two.edits(two.lead, &Customer::city, u"Wuhan"_s);
    two.comeBack();
    for (TestClient* client : {&two.tutor, &two.lead}) {
        QCOMPARE(client->find(two.id)->city, u"Wuhan"_s);
        QCOMPARE(two.told(*client, TimelineKind::GaveWay), 1);
        QVERIFY(two.conflicts(*client).empty());
    }
}

void ConflictTest::historyIsTheSameOnEveryDevice()
{
    TwoPeople two;
    two.disputePhone();
    two.edits(two.tutor, &Customer::city, u"Jinan"_s);
    two.edits(two.lead, &Customer::nextStep, u"call"_s);
    two.decides(two.tutor, Choice::Mine);
    two.world.time.run(2 * secondMs);
    QVERIFY(!two.history(two.tutor).isEmpty());
    QCOMPARE(two.history(two.tutor), two.history(two.lead));
}

void ConflictTest::anUndoDoesNotOverwriteWhatAColleagueWrote_data()
{
    QTest::addColumn<CustomerText>("member");
    QTest::newRow("soft") << CustomerText(&Customer::city);
    QTest::newRow("guarded") << CustomerText(&Customer::name);
}

void ConflictTest::anUndoDoesNotOverwriteWhatAColleagueWrote()
{
    QFETCH(const CustomerText, member);
    TwoPeople two;
    two.edits(two.tutor, member, u"Jinan"_s);
    two.world.time.run(secondMs);
    two.goOffline();
    two.edits(two.lead, member, u"Wuhan"_s);
    two.world.time.run(minuteMs);
    QVERIFY(two.tutor.store().undo().result().ok()); // nothing known of the lead's yet
    two.comeBack();
    QCOMPARE(two.world.server.find(two.id).*member, u"Wuhan"_s);
    QCOMPARE((*two.tutor.find(two.id)).*member, u"Wuhan"_s);
    // It says who it was, and asks nobody to decide.
    QVERIFY(two.world.server.conflicts().empty());
    const auto items = readSyncCentre(two.tutor.reader(), 100).items;
    QCOMPARE(items.size(), size_t(1));
    QCOMPARE(items[0].section, CentreSection::Refused);
    QCOMPARE(items[0].reason.code, ErrorCode::Changed);
    QCOMPARE(
        items[0].reason.person, shownName(two.tutor.reader(), two.world.server.idOf(u"leadA"_s)));
    QVERIFY(!items[0].reason.person.isEmpty());
}

void ConflictTest::aRefusedMoveGoesBack()
{
    TwoPeople two;
    const Opportunity card{
        .id = two.tutor.newId<Opportunity>(), .customer = two.id, .rank = u"a"_s};
    QVERIFY(two.tutor.apply({createMutation(card)}).ok());
    two.world.time.run(secondMs);
    // To a stage that the server has never heard of.
    QVERIFY(two.tutor
                .apply({Change<Opportunity>(card.id, two.id)
                            .set(&Opportunity::stage, two.tutor.newId<Stage>())
                            .mutation()})
                .ok());
    QVERIFY(!two.tutor.find(card.id)->stage.isNull());
    two.world.time.run(secondMs);
    QVERIFY(two.tutor.find(card.id)->stage.isNull());
    QCOMPARE(two.tutor.status().counts.attention, 1);
    const CentreItem refused = readSyncCentre(two.tutor.reader(), 0).items.front();
    QCOMPARE(refused.section, CentreSection::Refused);
    QCOMPARE(refused.reason.field, u"stage"_s);
}

void ConflictTest::aConflictInTheCatalogueIsDecidedByWhoMayEditIt()
{
    SyncWorld world;
    TestClient operations(world, u"ops"_s);
    TestClient admin(world, u"admin"_s);
    TestClient tutor(world, u"a1"_s);
    const auto id = operations.newId<Channel>();
    for (TestClient* client : {&operations, &admin, &tutor})
        client->signIn();
    QVERIFY(operations.apply({createMutation(Channel{.id = id, .name = u"Fair"_s})}).ok());
    world.time.run(secondMs);
    const auto rename = [&](TestClient& client, const QString& name) {
        client.network().setOnline(false);
        QVERIFY(client.apply({Change<Channel>(id, id).set(&Channel::name, name).mutation()}).ok());
    };
    rename(operations, u"School fair"_s);
    rename(admin, u"Book fair"_s);
    for (TestClient* client : {&operations, &admin}) {
        client->network().setOnline(true);
        world.time.run(6 * minuteMs);
    }
    QCOMPARE(countToDecide(tutor.reader()), 0);
    QVERIFY(readSyncCentre(tutor.reader(), 100).items.empty());
    QCOMPARE(countToDecide(operations.reader()), 1);
    const auto open = readSyncCentre(operations.reader(), 100).items;
    QCOMPARE(open.size(), size_t(1));
    Result<Edit> edit = resolutionEdit(
        operations.reader(), {{open[0].fields[0].conflict, Choice::Mine, {}}}, decidedAt);
    QVERIFY(edit.ok());
    QVERIFY(operations.store().apply(std::move(*edit)).result().ok());
    world.time.run(2 * secondMs);
    QCOMPARE(world.server.find(id).name, u"Book fair"_s);
    QCOMPARE(tutor.find(id)->name, u"Book fair"_s);
    for (TestClient* client : {&operations, &admin}) {
        QCOMPARE(client->status().counts, OutboxCounts());
        QCOMPARE(countToDecide(client->reader()), 0);
    }
}

HOMEROOM_TEST_MAIN(ConflictTest)
#include "conflicttest.moc"
