// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverhistory.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QString before = u"+8613900000001"_s;
const QString ofLead = u"+8613900000002"_s;
const QString ofTutor = u"+8613900000003"_s;

/// Tutor and lead both gave a family another phone, neither knowing of the other.
class Disputed {
public:
    Disputed() : tutor(server.device(u"a1"_s)), lead(server.device(u"leadA"_s))
    {
        id = server.family(tutor, u"Li"_s);
        server.push(tutor, setPhone(before));
        const Stamp base = server.stamp();
        server.push(lead, setPhone(ofLead, base));
        conflict = Id<Conflict>(server.push(tutor, setPhone(ofTutor, base)).conflict);
        base1 = server.stamp();
    }

    Mutation setPhone(const QString& phone, const Stamp& base = {1, 1'000'000})
    {
        Mutation mutation = Change<Customer>(id, id).set(&Customer::phone, phone).mutation();
        mutation.base = base;
        return mutation;
    }
    Mutation close(const QString& word)
    {
        Mutation mutation = Change<Conflict>(conflict, id)
                                .set(&Conflict::resolved, true)
                                .set(&Conflict::resolution, word)
                                .mutation();
        mutation.base = base1;
        return mutation;
    }
    /// Closing and value as one group, as the client sends it.
    std::vector<Outcome> decide(TestDevice& device, const QString& word, const QString& phone)
    {
        std::vector<Mutation> group{close(word), setPhone(phone, base1)};
        for (Mutation& mutation : group)
            mutation.group = 1;
        return server.push(device, group);
    }
    QString phone() { return server.find(id).phone; }
    /// What gave way in closing the conflict, as the tutor reads it.
    std::vector<HistoryEntry> decisionsThatGaveWay()
    {
        FeedClient client(server, u"a1"_s);
        while (!client.pull(100))
            ;
        std::vector<HistoryEntry> found;
        for (const auto& [rowId, row] : client.rows()) {
            if (row.kind != RecordKind::HistoryEntry)
                continue;
            const auto entry = fromRow<HistoryEntry>(row);
            if (entry.action == HistoryAction::Lost
                && entry.record == u"conflict/"_s + conflict.toString())
                found.push_back(entry);
        }
        return found;
    }

    ServerFixture server;
    TestDevice tutor;
    TestDevice lead;
    Id<Customer> id{};
    Id<Conflict> conflict{};
    Stamp base1{};
};

} // namespace

class ServerResolutionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theValueComesWithTheDecision();
    void aLaterDecisionGivesWayWithItsValue();
    void whoReadsTheContactMaskedMayChooseIt();
    void whatCameAfterTheConflictIsNotOverwritten();
    void keepingTheRecordWritesNothing();
    void aStrangerDecidesNothing();
};

void ServerResolutionTest::theValueComesWithTheDecision()
{
    Disputed world;
    QVERIFY(!world.conflict.isNull());
    QCOMPARE(world.phone(), ofLead);
    for (const Outcome& outcome : world.decide(world.tutor, u"mine"_s, ofTutor))
        QCOMPARE(outcome.kind, OutcomeKind::Applied);
    QCOMPARE(world.phone(), ofTutor);
    QVERIFY(world.server.find(world.conflict).resolved);
}

void ServerResolutionTest::aLaterDecisionGivesWayWithItsValue()
{
    Disputed world;
    world.decide(world.tutor, u"mine"_s, ofTutor);
    const auto late = world.decide(world.lead, u"own"_s, u"+8613900000009"_s);
    QCOMPARE(late[0].kind, OutcomeKind::Merged);
    QCOMPARE(late[1].kind, OutcomeKind::Merged);
    QCOMPARE(late[1].kept, QStringList{u"phone"_s});
    QCOMPARE(world.phone(), ofTutor);
    QCOMPARE(world.server.find(world.conflict).resolution, u"mine"_s);
    QCOMPARE(world.server.conflicts().size(), size_t(1));
    const auto lost = world.decisionsThatGaveWay();
    QCOMPARE(lost.size(), size_t(1));
    QCOMPARE(lost[0].changes, (QJsonObject{{u"resolution"_s, QJsonArray{u"mine"_s, u"own"_s}}}));
    QCOMPARE(RecordId(lost[0].author), world.server.idOf(u"leadA"_s));
}

void ServerResolutionTest::whoReadsTheContactMaskedMayChooseIt()
{
    Disputed world;
    QCOMPARE(world.server.push(world.lead, world.close(u"mine"_s)).kind, OutcomeKind::Applied);
    QCOMPARE(world.phone(), ofTutor);
}

void ServerResolutionTest::whatCameAfterTheConflictIsNotOverwritten()
{
    Disputed world;
    const Mutation choice = world.close(u"mine"_s);
    const QString newer = u"+8613900000004"_s;
    world.server.push(world.tutor, world.setPhone(newer));
    QCOMPARE(world.server.push(world.lead, choice).kind, OutcomeKind::Applied);
    QCOMPARE(world.phone(), newer);
    QCOMPARE(world.server.conflicts().size(), size_t(2));
    QVERIFY(!world.server.conflicts().back().resolved);
}

void ServerResolutionTest::keepingTheRecordWritesNothing()
{
    Disputed world;
    QCOMPARE(world.server.push(world.lead, world.close(u"theirs"_s)).kind, OutcomeKind::Applied);
    QCOMPARE(world.phone(), ofLead);
}

void ServerResolutionTest::aStrangerDecidesNothing()
{
    Disputed world;
    TestDevice stranger = world.server.device(u"b1"_s);
    QCOMPARE(world.server.push(stranger, world.close(u"mine"_s)).code, ErrorCode::NotFound);
    QVERIFY(!world.server.find(world.conflict).resolved);
}

HOMEROOM_TEST_MAIN(ServerResolutionTest)
#include "serverresolutiontest.moc"
