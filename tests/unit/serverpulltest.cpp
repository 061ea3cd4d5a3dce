// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/commands.h"
#include "tests/support/serverhistory.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class ServerPullTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSessionEndsWithTheVisibleSet_data();
    void aSessionEndsWithTheVisibleSet();
    void onlyTheOwnerReadsPhonesInFull();
    void aFamilyHandedOverLeavesTheOldDevice();
    void aConflictDoesNotBetrayAMaskedValue();
    void aRemovedFamilyComesAlongWithWhatWasWrittenAboutIt_data();
    void aRemovedFamilyComesAlongWithWhatWasWrittenAboutIt();
    void aRemovedTaskComesAlongWithWhatWasWrittenAboutIt();
    void cursorsOfOthersAndForgedOnesAreRefused();
    void anOldCursorIsExpired();
    void aFirstSyncLeftHalfWayExpires();
    void aRestoredDatabaseRaisesItsGeneration();
    void aRestoreBeforeARestoreIsNewerThanBoth();
    void aRestoreInTheMiddleOfASessionHidesNothing();
    void theMarkMovesForThoseWhoAreConcernedOnly();
    void theMarkOfAnotherLifeIsAnother();
};

void ServerPullTest::aSessionEndsWithTheVisibleSet_data()
{
    QTest::addColumn<quint32>("seed");
    const quint32 first = QRandomGenerator::global()->generate();
    for (quint32 i = 0; i < 12; ++i)
        QTest::addRow("seed %u", first + i) << first + i;
}

void ServerPullTest::aSessionEndsWithTheVisibleSet()
{
    QFETCH(quint32, seed);
    ServerFixture server;
    History history(server, seed);
    std::vector<FeedClient> clients;
    for (const QString& user :
        {u"a1"_s, u"a2"_s, u"b1"_s, u"leadA"_s, u"leadB"_s, u"ops"_s, u"admin"_s})
        clients.emplace_back(server, user);
    for (int step = 0; step < 120; ++step) {
        history.step();
        // Sessions run while the history goes on, in pages of a few rows.
        FeedClient& client = clients[size_t(history.below(int(clients.size())))];
        client.pull(1 + history.below(6));
    }
    for (FeedClient& client : clients) {
        while (!client.pull(1 + history.below(9))) { }
        const auto expected = Oracle(server).visibleTo(client.user());
        if (client.rows() != expected) {
            QFAIL(qPrintable(u"seed %1, %2: %3 rows instead of %4"_s.arg(seed)
                                 .arg(client.user())
                                 .arg(client.rows().size())
                                 .arg(expected.size())));
        }
    }
}

void ServerPullTest::onlyTheOwnerReadsPhonesInFull()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    server.push(
        tutor, Change<Customer>(id, id).set(&Customer::phone, u"+8613812342046"_s).mutation());
    const auto phoneFor = [&](const QString& user) {
        FeedClient client(server, user);
        client.pull(1000);
        return fromRow<Customer>(client.rows().at(id)).phone;
    };
    QCOMPARE(phoneFor(u"a1"_s), u"+8613812342046"_s);
    for (const QString& user : {u"leadA"_s, u"ops"_s, u"admin"_s})
        QCOMPARE(phoneFor(user), u"+86138****2046"_s);
}

void ServerPullTest::aFamilyHandedOverLeavesTheOldDevice()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    FeedClient from(server, u"a1"_s);
    FeedClient to(server, u"a2"_s);
    from.pull(1000);
    to.pull(1000);
    QVERIFY(from.rows().contains(id) && !to.rows().contains(id));
    const AssignRequest request{{{id, server.idOf(u"a1"_s)}}, server.idOf(u"a2"_s)};
    QVERIFY(Commands(server.parts()).assign(server.callerOf(u"leadA"_s), request, {}).ok());
    from.pull(1000);
    to.pull(1000);
    QVERIFY(!from.rows().contains(id) && to.rows().contains(id));
}

void ServerPullTest::aConflictDoesNotBetrayAMaskedValue()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    TestDevice lead = server.device(u"leadA"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    Mutation first = Change<Customer>(id, id).set(&Customer::phone, u"+8613812342046"_s).mutation();
    Mutation second =
        Change<Customer>(id, id).set(&Customer::phone, u"+8613912342047"_s).mutation();
    first.base = second.base = server.stamp();
    server.push(tutor, first);
    QCOMPARE(server.push(lead, second).kind, OutcomeKind::Conflict);
    FeedClient viewer(server, u"leadA"_s);
    viewer.pull(1000);
    int conflicts = 0;
    for (const auto& [key, row] : viewer.rows()) {
        if (row.kind != RecordKind::Conflict)
            continue;
        ++conflicts;
        const QJsonObject values = fromRow<Conflict>(row).values;
        QCOMPARE(values.value(u"mine"_s).toString(), u"+86139****2047"_s);
        QCOMPARE(values.value(u"theirs"_s).toString(), u"+86138****2046"_s);
    }
    QCOMPARE(conflicts, 1);
}

void ServerPullTest::aRemovedFamilyComesAlongWithWhatWasWrittenAboutIt_data()
{
    QTest::addColumn<bool>("pulledBefore");
    QTest::addColumn<RootOperation>("operation");
    QTest::newRow("in one page") << false << RootOperation::Full;
    QTest::newRow("after the removal was pulled") << true << RootOperation::Delta;
}

// An edit of a removed family becomes an orphan in it: no client may get that without its parent.
void ServerPullTest::aRemovedFamilyComesAlongWithWhatWasWrittenAboutIt()
{
    QFETCH(bool, pulledBefore);
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    Mutation edit = Change<Customer>(id, id).set(&Customer::city, u"Wuhan"_s).mutation();
    edit.base = server.stamp();
    Mutation remove = edit;
    remove.operation = Operation::Delete;
    remove.changes.clear();
    QCOMPARE(server.push(tutor, remove).kind, OutcomeKind::Applied);
    TestDevice lead = server.device(u"leadA"_s);
    const auto pull = [&](const QString& cursor) {
        return Pull(server.parts()).run(lead.caller, {lead.caller.device, cursor, 1000});
    };
    const QString cursor = pulledBefore ? pull({})->cursor : QString();
    QCOMPARE(server.push(lead, edit).kind, OutcomeKind::Conflict);
    const Result<PullPage> page = pull(cursor);
    QVERIFY(page.ok());
    const auto update = std::ranges::find(page->roots, RecordId(id), &RootUpdate::root);
    QVERIFY(update != page->roots.end());
    QTEST(update->operation, "operation");
    const auto held = [&](RecordKind kind) {
        return std::ranges::count(update->rows, kind, &RecordRow::kind);
    };
    QCOMPARE(held(RecordKind::Conflict), 1);
    QCOMPARE(held(RecordKind::Customer), 1);
}

// A task for nobody's family is a root of its own.
void ServerPullTest::aRemovedTaskComesAlongWithWhatWasWrittenAboutIt()
{
    ServerFixture server;
    TestDevice first = server.device(u"a1"_s);
    TestDevice second = server.device(u"a1"_s);
    const Task task{.id = Id<Task>(server.newId()),
        .assignee = Id<User>(first.caller.viewer.user),
        .text = u"call"_s};
    QCOMPARE(server.push(first, createMutation(task)).kind, OutcomeKind::Applied);
    Mutation edit = Change<Task>(task.id, task.id).set(&Task::text, u"call her"_s).mutation();
    edit.base = server.stamp();
    Mutation remove = edit;
    remove.operation = Operation::Delete;
    remove.changes.clear();
    QCOMPARE(server.push(first, remove).kind, OutcomeKind::Applied);
    const auto pull = [&](const QString& cursor) {
        return Pull(server.parts()).run(first.caller, {first.caller.device, cursor, 1000});
    };
    const QString cursor = pull({})->cursor;
    QCOMPARE(server.push(second, edit).kind, OutcomeKind::Conflict);
    const Result<PullPage> page = pull(cursor);
    QVERIFY(page.ok());
    const auto update = std::ranges::find(page->roots, RecordId(task.id), &RootUpdate::root);
    QVERIFY(update != page->roots.end());
    const auto held = [&](RecordKind kind) {
        return std::ranges::count(update->rows, kind, &RecordRow::kind);
    };
    QCOMPARE(held(RecordKind::Conflict), 1);
    QCOMPARE(held(RecordKind::Task), 1);
}

void ServerPullTest::cursorsOfOthersAndForgedOnesAreRefused()
{
    ServerFixture server;
    const Pull pull(server.parts());
    const auto page = pull.run(server.callerOf(u"a1"_s), {server.newId(), {}});
    QVERIFY(page.ok());
    const auto foreign = pull.run(server.callerOf(u"a2"_s), {server.newId(), page->cursor});
    QVERIFY(!foreign.ok());
    QCOMPARE(foreign.error().code, ErrorCode::Expired);
    QString forged = page->cursor;
    forged[8] = forged[8] == u'A' ? u'B' : u'A';
    for (const QString& cursor : {forged, u"x"_s, u"%%"_s}) {
        const auto answer = pull.run(server.callerOf(u"a1"_s), {server.newId(), cursor});
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, ErrorCode::Expired);
    }
}

void ServerPullTest::anOldCursorIsExpired()
{
    ServerFixture server;
    const Pull pull(server.parts());
    const auto page = pull.run(server.callerOf(u"a1"_s), {server.newId(), {}});
    server.clock.advance(180 * dayMs);
    QVERIFY(pull.run(server.callerOf(u"a1"_s), {server.newId(), page->cursor}).ok());
    server.clock.advance(1);
    const auto late = pull.run(server.callerOf(u"a1"_s), {server.newId(), page->cursor});
    QVERIFY(!late.ok());
    QCOMPARE(late.error().code, ErrorCode::Expired);
}

// What was handed over or removed meanwhile has left no trace by then.
void ServerPullTest::aFirstSyncLeftHalfWayExpires()
{
    ServerFixture server;
    TestDevice device = server.device(u"a1"_s);
    for (int i = 0; i < 4; ++i)
        server.family(device, u"family %1"_s.arg(i));
    const Pull pull(server.parts());
    const Caller caller = server.callerOf(u"a1"_s);
    auto page = pull.run(caller, {device.caller.device, {}, 1});
    QVERIFY(page.ok() && !page->last);
    server.clock.advance(100 * dayMs);
    page = pull.run(caller, {device.caller.device, page->cursor, 1});
    QVERIFY(page.ok() && !page->last);
    server.clock.advance(81 * dayMs);
    const auto late = pull.run(caller, {device.caller.device, page->cursor, 1});
    QVERIFY(!late.ok());
    QCOMPARE(late.error().code, ErrorCode::Expired);
}

void ServerPullTest::aRestoredDatabaseRaisesItsGeneration()
{
    QTemporaryDir folder;
    const SqliteStorageOptions options{
        folder.filePath(u"server.db"_s), DatabaseKey::random(), nullptr};
    const QString copy = folder.filePath(u"copy.db"_s);
    ManualClock clock(1'764'000'000'000);
    IdFactory ids(clock, QRandomGenerator(3));
    const auto commit = [](Storage& storage) {
        QVERIFY(storage
                    .write([](WriteTransaction& transaction) -> Result<void> {
                        transaction.takeSeq();
                        return {};
                    })
                    .ok());
    };
    auto storage = std::move(*SqliteStorage::open(options));
    commit(*storage);
    storage.reset();
    QVERIFY(QFile::copy(options.path, copy));
    storage = std::move(*SqliteStorage::open(options));
    commit(*storage);
    const Caller caller = systemCaller();
    const auto page = Pull({*storage, clock, ids, {}}).run(caller, {ids.next(), {}});
    QVERIFY(page.ok());
    storage.reset();
    QVERIFY(QFile::remove(options.path) && QFile::copy(copy, options.path));
    storage = std::move(*SqliteStorage::open(options));
    // Later writes pass the old seq: the number alone would not show that it is another history.
    for (int i = 0; i < 5; ++i)
        commit(*storage);
    const Pull pull({*storage, clock, ids, {}});
    const auto lost = pull.run(caller, {ids.next(), page->cursor});
    QVERIFY(!lost.ok());
    QCOMPARE(lost.error().code, ErrorCode::Generation);
    const auto again = pull.run(caller, {ids.next(), {}});
    QVERIFY(again.ok());
    QCOMPARE(again->stamp.generation, qint64(2));
    QCOMPARE(again->stamp.seq, qint64(6));
}

// The backup is older than a restore that was noticed in the lost time: clients have pages of a
// generation that this database has never heard of, and refuse all that are older.
void ServerPullTest::aRestoreBeforeARestoreIsNewerThanBoth()
{
    ServerFixture server;
    const RecordId reader = server.device(u"a1"_s).caller.device;
    const QString database = server.file();
    const auto copy = [&](const QString& from, const QString& to) {
        for (const QString& file : {u""_s, u"-wal"_s}) {
            QFile::remove(to + file);
            QVERIFY(QFile::copy(from + file, to + file));
        }
    };
    const auto pull = [&](const QString& cursor) {
        return Pull(server.parts()).run(server.callerOf(u"a1"_s), {reader, cursor});
    };
    // Writes, goes back to the copy, and is told so by a client; the stamp that clients then have.
    const auto loseAndNotice = [&](const QString& cursor) {
        TestDevice device = server.device(u"a1"_s); // the lost time knew another
        server.family(device, u"lost"_s);
        const auto lost = pull(cursor);
        server.storage.reset();
        copy(database + u".copy"_s, database);
        server.open();
        [&] { QCOMPARE(pull(lost->cursor).error().code, ErrorCode::Generation); }();
        const auto after = pull({});
        [&] { QVERIFY(lost->stamp < after->stamp); }();
        return *after;
    };
    copy(database, database + u".copy"_s);
    const PullPage once = loseAndNotice({});
    QCOMPARE(once.stamp.generation, qint64(2));
    const PullPage twice = loseAndNotice(once.cursor);
    QCOMPARE(twice.stamp.generation, qint64(3));
}

void ServerPullTest::aRestoreInTheMiddleOfASessionHidesNothing()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> early = server.family(tutor, u"early"_s);
    const Id<Customer> late = server.family(tutor, u"late"_s);
    const QStringList files{u""_s, u"-wal"_s};
    const QString database = server.file();
    for (const QString& file : files) // a copy of a running server
        QVERIFY(QFile::copy(database + file, database + u".copy"_s + file));
    // Written again, the earlier one comes behind the later one, and is not sent yet.
    Mutation rename = Change<Customer>(early, early).set(&Customer::name, u"again"_s).mutation();
    rename.base = server.stamp();
    QCOMPARE(server.push(tutor, rename).kind, OutcomeKind::Applied);
    const auto pull = [&](const QString& cursor) {
        return Pull(server.parts()).run(server.callerOf(u"a1"_s), {tutor.caller.device, cursor, 1});
    };
    QString cursor;
    for (bool sent = false; !sent;) {
        const auto page = pull(cursor);
        QVERIFY(page.ok() && !page->last);
        cursor = page->cursor;
        sent = std::ranges::any_of(
            page->roots, [&](const RootUpdate& update) { return update.root == late; });
    }
    server.storage.reset();
    for (const QString& file : files) {
        QFile::remove(database + file);
        QVERIFY(QFile::rename(database + u".copy"_s + file, database + file));
    }
    server.open();
    const auto lost = pull(cursor);
    QVERIFY(!lost.ok());
    QCOMPARE(lost.error().code, ErrorCode::Generation);
}

void ServerPullTest::theMarkOfAnotherLifeIsAnother()
{
    ServerFixture server;
    const auto mark = [&] { return *Pull(server.parts()).mark(server.callerOf(u"a1"_s)); };
    const QString before = mark();
    QCOMPARE(mark(), before);
    server.storage.reset();
    server.open();
    QVERIFY(mark() != before);
}

void ServerPullTest::theMarkMovesForThoseWhoAreConcernedOnly()
{
    ServerFixture server;
    const Pull pull(server.parts());
    const auto markOf = [&](const QString& user) { return *pull.mark(server.callerOf(user)); };
    const QString tutor = markOf(u"a1"_s);
    const QString colleague = markOf(u"a2"_s);
    const QString lead = markOf(u"leadA"_s);
    TestDevice device = server.device(u"a1"_s);
    server.family(device, u"Li"_s);
    QVERIFY(markOf(u"a1"_s) != tutor);
    QVERIFY(markOf(u"leadA"_s) != lead);
    QCOMPARE(markOf(u"a2"_s), colleague);
    Touched touched;
    touched.scopes = {u"u:"_s + server.idOf(u"a1"_s).toString()};
    const QSet<RecordId> expected{server.idOf(u"a1"_s), server.idOf(u"leadA"_s)};
    QCOMPARE(*pull.affected(touched), expected);
}

HOMEROOM_TEST_MAIN(ServerPullTest)
#include "serverpulltest.moc"
