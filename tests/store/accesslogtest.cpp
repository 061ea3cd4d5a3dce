// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accesslog.h"
#include "models/store/boardquery.h"
#include "models/store/customerquery.h"
#include "models/store/familyquery.h"
#include "models/store/outbox.h"
#include "models/store/synccentrequery.h"
#include "models/store/timelinequery.h"
#include "tests/support/families.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A lead's machine with a family of the tutor's, one of the lead's own and one of nobody's.
struct LeadsMachine {
    LeadsMachine()
    {
        tutors = kept(tutor);
        own = kept(lead);
        nobodys = kept({});
        store.store().setAuthor({lead, {}});
    }
    Id<Customer> kept(const RecordId& owner)
    {
        store.store().setAuthor({owner, {}});
        return families.add(u"王芳"_s);
    }
    size_t look(const RecordId& family, Milliseconds at)
    {
        const Viewer viewer{lead, UserRole::Lead, {}};
        logFamilyAccess(store.store(), {family, viewer, at, QTimeZone("Asia/Shanghai")});
        return familyRecords<FamilyAccess>(store.reader(), family).size();
    }
    std::vector<FamilyAccess> looks(const RecordId& family)
    {
        return familyRecords<FamilyAccess>(store.reader(), family);
    }
    qint64 undoSteps()
    {
        Statement count = store.reader().statement("SELECT count(*) FROM undo_entry");
        count.step();
        return count.integer(0);
    }
    /// As after a sync in which the server took everything.
    void settleAll()
    {
        const Result<ChangeSet> settled = store.store()
                                              .write([](Database& database) -> Result<ChangeSet> {
                                                  database.execute("DELETE FROM outbox");
                                                  return ChangeSet{};
                                              })
                                              .result();
        QVERIFY(settled.ok());
    }

    StoreFixture store{};
    Families families{store};
    RecordId tutor = store.ids().next();
    RecordId lead = store.ids().next();
    Id<Customer> tutors{};
    Id<Customer> own{};
    Id<Customer> nobodys{};
    Milliseconds now = store.clock().now();
};

QString chain(const QString&, const Mutation&)
{
    return u"chain"_s;
}

} // namespace

/// Who looked at a family that is not their own: written once a day, told in the timeline, and
/// nobody's unsent work.
class AccessLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLookAtAnothersFamilyIsWrittenOnceADay();
    void oneMidnightInTheOrganisationsZoneParts();
    void ownFamiliesAndThoseOfNobodyAreNotWritten();
    void everyMachineOfAUserCallsItAlike();
    void itIsNoStepToUndo();
    void itIsNoUnsentWork();
    void aRefusedOneIsGone();
    void theTimelineTellsIt();
};

void AccessLogTest::aLookAtAnothersFamilyIsWrittenOnceADay()
{
    LeadsMachine machine;
    QCOMPARE(machine.look(machine.tutors, machine.now), size_t(1));
    QCOMPARE(machine.look(machine.tutors, machine.now + minuteMs), size_t(1));
    const FamilyAccess access = machine.looks(machine.tutors).front();
    QCOMPARE(RecordId(access.author), machine.lead);
    QCOMPARE(access.at, machine.now);
    QCOMPARE(machine.look(machine.tutors, machine.now + dayMs), size_t(2));
}

void AccessLogTest::oneMidnightInTheOrganisationsZoneParts()
{
    LeadsMachine machine;
    const QTimeZone zone("Asia/Shanghai");
    const QDateTime evening(QDate(2025, 11, 24), QTime(23, 59), zone);
    QCOMPARE(machine.look(machine.tutors, evening.toMSecsSinceEpoch()), size_t(1));
    QCOMPARE(machine.look(machine.tutors, evening.addSecs(120).toMSecsSinceEpoch()), size_t(2));
}

void AccessLogTest::ownFamiliesAndThoseOfNobodyAreNotWritten()
{
    LeadsMachine machine;
    QCOMPARE(machine.look(machine.own, machine.now), size_t(0));
    QCOMPARE(machine.look(machine.nobodys, machine.now), size_t(0));
    QCOMPARE(machine.look(machine.store.ids().next(), machine.now), size_t(0));
}

void AccessLogTest::everyMachineOfAUserCallsItAlike()
{
    LeadsMachine machine;
    const QDate day(2025, 11, 24);
    const RecordId id = familyAccessId(machine.lead, machine.tutors, day);
    QCOMPARE(familyAccessId(machine.lead, machine.tutors, day), id);
    QVERIFY(familyAccessId(machine.tutor, machine.tutors, day) != id);
    QVERIFY(familyAccessId(machine.lead, machine.own, day) != id);
    QVERIFY(familyAccessId(machine.lead, machine.tutors, day.addDays(1)) != id);
}

void AccessLogTest::itIsNoStepToUndo()
{
    LeadsMachine machine;
    const qint64 before = machine.undoSteps();
    machine.look(machine.tutors, machine.now);
    QCOMPARE(machine.undoSteps(), before);
}

void AccessLogTest::itIsNoUnsentWork()
{
    LeadsMachine machine;
    Opportunity card;
    card.customer = machine.tutors;
    card.pipeline = machine.families.addPipeline();
    const Id<Opportunity> opportunity = machine.families.put(card);
    machine.settleAll();
    machine.look(machine.tutors, machine.now);
    Database& reader = machine.store.reader();
    const OutboxCounts counts = Outbox(reader).counts();
    QCOMPARE(counts.waiting, 1); // it is sent as everything else
    QCOMPARE(counts.told(), 0);
    const RecordId family = machine.tutors;
    QVERIFY(!readFamily(reader, family)->waiting);
    QVERIFY(!readCustomerRows(reader, std::span(&family, 1)).front().waiting);
    const RecordId id = opportunity;
    QVERIFY(!boardCards(reader, std::span(&id, 1), {}, machine.now).front().unsent);
    QVERIFY(readSyncCentre(reader, 10).items.empty());
    QVERIFY(machine.families.set(machine.tutors, &Customer::city, u"武汉"_s));
    QCOMPARE(Outbox(reader).counts().told(), 1);
    QVERIFY(readFamily(reader, family)->waiting);
    QVERIFY(boardCards(reader, std::span(&id, 1), {}, machine.now).front().unsent);
}

void AccessLogTest::aRefusedOneIsGone()
{
    LeadsMachine machine;
    machine.settleAll();
    machine.look(machine.tutors, machine.now);
    const auto settled = machine.store.store().write([](Database& database) {
        Outbox outbox(database);
        const OutboxBatch batch = outbox.peek(chain, 10);
        Outcome refused;
        refused.mid = batch.mutations.front().mid;
        refused.kind = OutcomeKind::Refused;
        refused.code = ErrorCode::NotFound;
        return Result<ChangeSet>(outbox.settle({refused}));
    });
    QVERIFY(settled.result().ok());
    QCOMPARE(Outbox(machine.store.reader()).counts(), OutboxCounts());
    QVERIFY(machine.looks(machine.tutors).empty());
}

void AccessLogTest::theTimelineTellsIt()
{
    LeadsMachine machine;
    machine.look(machine.tutors, machine.now + minuteMs);
    const TimelinePage page = readTimeline(machine.store.reader(), machine.tutors, 10);
    QCOMPARE(page.entries.front().kind, TimelineKind::Opened);
    QCOMPARE(page.entries.front().at, machine.now + minuteMs);
    QCOMPARE(machine.store.find(machine.tutors)->lastContactAt, std::nullopt);
}

HOMEROOM_TEST_MAIN(AccessLogTest)
#include "accesslogtest.moc"
