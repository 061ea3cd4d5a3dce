// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/commandclient.h"
#include "app/serverdeeds.h"
#include "tests/support/syncclientfixture.h"
#include "tests/support/testmain.h"
#include "tests/support/wholefamily.h"

#include <QDirIterator>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// One person's client with the commands beside its engine.
class CommandWorld {
public:
    explicit CommandWorld(const QString& user)
        : client(world, user),
          commands({client.session(), world.time, ids, [this] { client.engine().syncNow(); }})
    {
        client.signIn();
    }

    /// Runs one command and gives its answer; Cancelled where none came.
    template <typename Answer, typename Run> Result<Answer> run(Run&& start)
    {
        std::optional<Result<Answer>> answer;
        start([&](const Result<Answer>& result) { answer = result; });
        world.time.run(2 * minuteMs);
        return answer.value_or(Result<Answer>(Error{ErrorCode::Cancelled}));
    }
    Result<MovedResponse> claim(const RecordId& family)
    {
        return run<MovedResponse>([&](const auto& done) { commands.claim({{family}}, done); });
    }
    qint64 audited(const QString& action)
    {
        auto reader = Database::open(
            {world.server.folder.filePath(u"server.db"_s), world.server.key, Access::ReadOnly});
        Statement query = (*reader)->statement("SELECT count(*) FROM audit WHERE action = ?1");
        query.bind(1, action);
        return query.step() ? query.integer(0) : -1;
    }

    SyncWorld world{};
    TestClient client;
    IdFactory ids{world.server.clock, QRandomGenerator(5)};
    CommandClient commands;
};

/// Every file of a folder that holds one of the texts, as UTF-8 or as UTF-16.
QStringList filesWith(const QString& folder, const QStringList& texts)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        for (const QString& text : texts) {
            const QByteArray wide(
                reinterpret_cast<const char*>(text.utf16()), text.size() * qsizetype(2));
            if (bytes.contains(text.toUtf8()) || bytes.contains(wide))
                found.append(file.fileName() + u": "_s + text);
        }
    }
    return found;
}

} // namespace

class CommandClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClaimedFamilyArrivesByThePull();
    void aLostAnswerIsAskedForUnderTheSameKey();
    void aBusyServerIsLeftAloneAsLongAsItSays();
    void afterTooManyLostAnswersThePersonIsTold();
    void whatTheRoleForbidsIsNotEvenSent();
    void aSessionThatEndedIsToldSo();
    void everyAdultsContactsReachThePages();
    void aMergeReachesBothSides();
    void aProfileHoldsNothingInPlainBytes();
};

void CommandClientTest::aClaimedFamilyArrivesByThePull()
{
    CommandWorld world(u"a1"_s);
    const WholeFamily family = wholeFamily(world.world.server, {}, u"a1"_s, u"100001"_s);
    const auto claimed = world.claim(family.customer);
    QVERIFY(claimed.ok());
    QCOMPARE(claimed->moved, 1);
    QCOMPARE(world.client.nameOf(family.customer), u"family 100001"_s);
    QCOMPARE(world.client.find(family.card)->rank, u"m"_s);
    QCOMPARE(world.client.find(family.openTask)->text, u"call again"_s);
    const auto back = world.run<MovedResponse>([&](const auto& done) {
        world.commands.returnToPool({{{family.customer, world.world.server.idOf(u"a1"_s)}}}, done);
    });
    QVERIFY(back.ok());
    QVERIFY(!world.client.find(family.customer));
    QVERIFY(!world.client.find(family.note));
}

void CommandClientTest::aLostAnswerIsAskedForUnderTheSameKey()
{
    CommandWorld world(u"a1"_s);
    const WholeFamily family = wholeFamily(world.world.server, {}, u"a1"_s, u"100001"_s);
    world.client.network().meet(route::claim, {Fault::AnswerLost, Fault::AnswerGarbage});
    const auto claimed = world.claim(family.customer);
    // A second claim under another key would have been told that the family is taken.
    QVERIFY(claimed.ok());
    QCOMPARE(world.client.network().count(route::claim), 3);
    QCOMPARE(world.audited(u"claim"_s), 1);
}

void CommandClientTest::aBusyServerIsLeftAloneAsLongAsItSays()
{
    CommandWorld world(u"a1"_s);
    const WholeFamily family = wholeFamily(world.world.server, {}, u"a1"_s, u"100001"_s);
    world.client.network().meet(route::claim, {Fault::ServerError}); // for two seconds
    bool done = false;
    world.commands.claim({{family.customer}}, [&](const auto& result) { done = result.ok(); });
    world.world.time.run(1900);
    QCOMPARE(world.client.network().count(route::claim), 1);
    QVERIFY(!done);
    world.world.time.run(secondMs);
    QCOMPARE(world.client.network().count(route::claim), 2);
    QVERIFY(done);
}

void CommandClientTest::afterTooManyLostAnswersThePersonIsTold()
{
    CommandWorld world(u"a1"_s);
    const WholeFamily family = wholeFamily(world.world.server, {}, u"a1"_s, u"100001"_s);
    world.client.network().setOnline(false);
    const auto claimed = world.claim(family.customer);
    QVERIFY(!claimed.ok());
    QCOMPARE(claimed.error().code, ErrorCode::Unavailable);
    QCOMPARE(world.audited(u"claim"_s), 0);
}

void CommandClientTest::whatTheRoleForbidsIsNotEvenSent()
{
    CommandWorld world(u"a1"_s);
    const auto unmasked = world.run<UnmaskResponse>([&](const auto& done) {
        world.commands.unmask({world.world.server.newId(), u"curious"_s}, done);
    });
    QCOMPARE(unmasked.error().code, ErrorCode::Forbidden);
    QCOMPARE(world.client.network().count(route::unmask), 0);
    std::optional<Result<void>> noted;
    world.commands.noteExport(
        {RecordKind::Customer, {}, 501}, [&](const Result<void>& result) { noted = result; });
    QVERIFY(noted && noted->error().code == ErrorCode::Forbidden);
}

void CommandClientTest::aSessionThatEndedIsToldSo()
{
    CommandWorld world(u"a1"_s);
    const WholeFamily family = wholeFamily(world.world.server, {}, u"a1"_s, u"100001"_s);
    bool out = false;
    world.client.session().signOut([&] { out = true; });
    world.world.time.run(minuteMs);
    QVERIFY(out);
    QCOMPARE(world.claim(family.customer).error().code, ErrorCode::Unauthorized);
}

void CommandClientTest::everyAdultsContactsReachThePages()
{
    CommandWorld lead(u"leadA"_s);
    ServerFixture& server = lead.world.server;
    const WholeFamily family = wholeFamily(server, u"a1"_s, u"a1"_s, u"100001"_s);
    ServerDeeds deeds(lead.commands);
    const auto contacts = lead.run<FullContacts>(
        [&](const auto& done) { deeds.unmask(family.customer, u"the father asked"_s, done); });
    QVERIFY(contacts.ok());
    QCOMPARE(contacts->phone, u"+8613900100001"_s);
    QCOMPARE(contacts->guardians.size(), size_t(1));
    QVERIFY(!contacts->guardians[0].phone.isEmpty());
}

void CommandClientTest::aMergeReachesBothSides()
{
    CommandWorld lead(u"leadA"_s);
    ServerFixture& server = lead.world.server;
    TestClient tutor(lead.world, u"a1"_s);
    const WholeFamily winner = wholeFamily(server, u"a1"_s, u"a1"_s, u"100001"_s);
    const WholeFamily loser = wholeFamily(server, u"a1"_s, u"a1"_s, u"200002"_s);
    tutor.signIn();
    FollowUp note{.id = tutor.newId<FollowUp>(), .customer = loser.customer};
    note.text = u"typed while they were merged"_s;
    const RecordId owner = server.idOf(u"a1"_s);
    tutor.network().setOnline(false);
    QVERIFY(tutor.apply({createMutation(note)}).ok());
    const auto merged = lead.run<MovedResponse>([&](const auto& done) {
        lead.commands.merge({winner.customer, loser.customer, owner, owner}, done);
    });
    QVERIFY(merged.ok());
    tutor.network().setOnline(true);
    tutor.engine().syncNow();
    lead.world.time.run(10 * minuteMs);
    QVERIFY(!tutor.find(loser.customer));
    QCOMPARE(RecordId(tutor.find(loser.card)->customer), RecordId(winner.customer));
    QCOMPARE(RecordId(tutor.find(note.id)->customer), RecordId(winner.customer));
    QCOMPARE(tutor.outboxCount(), 0);
    const auto parted = lead.run<MovedResponse>([&](const auto& done) {
        lead.commands.unmerge({winner.customer, loser.customer}, done);
    });
    QVERIFY(parted.ok());
    lead.world.time.run(10 * minuteMs);
    QVERIFY(tutor.find(loser.customer));
    QCOMPARE(RecordId(tutor.find(note.id)->customer), RecordId(loser.customer));
    QCOMPARE(RecordId(tutor.find(loser.card)->customer), RecordId(loser.customer));
}

void CommandClientTest::aProfileHoldsNothingInPlainBytes()
{
    CommandWorld world(u"a1"_s);
    wholeFamily(world.world.server, u"a1"_s, u"a1"_s, u"100001"_s);
    world.client.engine().syncNow();
    world.world.time.run(minuteMs);
    world.client.create(u"sentinel mother"_s);
    world.world.time.run(minuteMs);
    Statement kept = world.client.reader().statement(
        "SELECT value FROM client_state WHERE key = 'session.refreshToken'");
    QVERIFY(kept.step());
    const QString token = kept.text(0);
    QVERIFY(token.size() > 30);
    const QStringList sentinels{token, u"sentinel mother"_s, u"family 100001"_s,
        u"+8613900100001"_s, u"13900100001"_s, u"wechat-100001"_s, u"secret-password"_s};
    for (const QString& sentinel : {sentinels[1], sentinels[2]})
        QVERIFY(world.client.records().contains(sentinel));
    const QString database = world.client.options().path;
    QCOMPARE(filesWith(QFileInfo(database).path(), sentinels), QStringList());
    // The search itself finds what is there.
    QVERIFY(!filesWith(QFileInfo(database).path(), {u"x"_s}).isEmpty());
    QCOMPARE(filesWith(world.world.server.folder.path(), sentinels), QStringList());
    // Another key is refused; without one the library sees no database at all.
    const auto other = Database::open({database, DatabaseKey::random(), Access::ReadOnly});
    QVERIFY(!other.ok());
    QCOMPARE(other.error().code, ErrorCode::WrongKey);
    QFile file(database);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.read(16).startsWith("SQLite format 3"));
}

HOMEROOM_TEST_MAIN(CommandClientTest)
#include "commandclienttest.moc"
