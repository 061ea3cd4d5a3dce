// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/twowriters.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// A server that was put back to an older state, and what its clients show it of the lost time
/// (sync.md section 7).
class RestorationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAPushAnswersShowsTheRestore();
    void anEditInSightOfTheLostTimeOverwritesNothing_data();
    void anEditInSightOfTheLostTimeOverwritesNothing();
    void whatWasSeenBeforeTheCopyIsStillSeen_data();
    void whatWasSeenBeforeTheCopyIsStillSeen();
    void whereTwoCopiesPartIsNotSeenByEither();
    void aGenerationRisesOnceForAll();
    void aSignThatCannotBeReadKeepsNoEditOut();
    void aBaseOfALaterGenerationHasSeenNothing();
    void aSignIsOfOneUserAndWhole();
};

namespace {

/// A family of two writers, whose server has lost the tutor's last edits.
class LostTime {
public:
    /// `starts` of the server before the copy's loss and again after it.
    explicit LostTime(int starts = 1)
    {
        cursor = page({}).cursor;
        two.server.backUp();
        startAgain(starts - 1);
        for (const QString& city : {u"Jinan"_s, u"Wuhan"_s, u"Xi'an"_s, u"Hefei"_s})
            answer = push(two.tutor, two.edit(&Customer::city, city), cursor);
        lostCursor = page(cursor).cursor;
        lost = two.server.stamp();
        two.server.restore();
    }

    void startAgain(int times)
    {
        for (int i = 0; i < times; ++i) {
            two.server.storage.reset();
            two.server.open();
        }
    }

    Result<PullPage> pull(const QString& from, const QString& seen)
    {
        return Pull(two.server.parts())
            .run(two.server.callerOf(u"a1"_s),
                {.device = two.tutor.caller.device, .cursor = from, .seen = seen});
    }

    PullPage page(const QString& from) { return *pull(from, {}); }

    PushResponse push(TestDevice& device, const Mutation& mutation, const QString& seen)
    {
        PushRequest request = two.server.requestFor(device, {mutation});
        request.seen = seen;
        const auto answered = Push(two.server.parts()).run(device.caller, request);
        if (!answered.ok())
            qFatal("push: %s", qPrintable(answered.error().detail));
        device.lastMid = request.mutations.back().mid;
        device.chain = chainAfter(device.chain, request.mutations.back());
        return answered->response;
    }

    /// The lead's edit of the family's name in the present time.
    void renameNow(const QString& name)
    {
        TestDevice lead = two.server.device(u"leadA"_s);
        two.server.push(lead, two.edit(&Customer::name, name));
    }

    TwoWriters two;
    QString cursor{}; ///< of before the copy
    PushResponse answer{}; ///< of the last push of the lost time
    QString lostCursor{};
    Stamp lost{};
};

} // namespace

// The tutor's edit was acknowledged and not pulled yet. Others write until its number has passed:
// only the sign of the answer can tell that the number is another's.
void RestorationTest::whatAPushAnswersShowsTheRestore()
{
    LostTime time;
    while (time.two.server.stamp() < time.lost)
        time.renameNow(u"Wang"_s);
    const PullPage unnoticed = *time.pull(time.cursor, {});
    QCOMPARE(unnoticed.stamp.generation, time.lost.generation);
    const Result<PullPage> noticed = time.pull(time.cursor, time.answer.seen);
    QVERIFY(noticed.ok());
    QCOMPARE(noticed->stamp.generation, time.lost.generation + 1);
    QCOMPARE(noticed->roots.size(), size_t(1));
    QCOMPARE(time.pull(time.lostCursor, {}).error().code, ErrorCode::Generation);
}

void RestorationTest::anEditInSightOfTheLostTimeOverwritesNothing_data()
{
    QTest::addColumn<int>("starts");
    QTest::addColumn<bool>("byAnswer");
    QTest::newRow("a cursor shows it") << 1 << false;
    QTest::newRow("the answer to a push shows it") << 1 << true;
    QTest::newRow("the server was started several times") << 3 << true;
}

void RestorationTest::anEditInSightOfTheLostTimeOverwritesNothing()
{
    QFETCH(int, starts);
    QFETCH(bool, byAnswer);
    LostTime time(starts);
    time.renameNow(u"Wang"_s);
    time.startAgain(starts);
    QVERIFY(time.two.server.stamp() < time.lost);
    time.two.base = time.lost;
    TestDevice tutor = time.two.server.device(u"a1"_s);
    const PushResponse answer = time.push(tutor, time.two.edit(&Customer::name, u"Wu"_s),
        byAnswer ? time.answer.seen : time.lostCursor);
    QCOMPARE(answer.outcomes.front().kind, OutcomeKind::Conflict);
    QCOMPARE(answer.outcomes.front().stamp.generation, time.lost.generation + 1);
    QCOMPARE(time.two.family().name, u"Wang"_s);
}

void RestorationTest::whatWasSeenBeforeTheCopyIsStillSeen_data()
{
    QTest::addColumn<int>("starts");
    QTest::newRow("the copy knows the incarnation or the one before it") << 1;
    QTest::newRow("that is one start too many") << 2;
}

// Another's name that the tutor has read before the copy was made: no conflict, as long as it can
// be known up to where both times are one.
void RestorationTest::whatWasSeenBeforeTheCopyIsStillSeen()
{
    QFETCH(int, starts);
    TwoWriters before;
    before.server.push(before.lead, before.edit(&Customer::name, u"Wang"_s));
    before.base = before.server.stamp();
    const Caller caller = before.server.callerOf(u"a1"_s);
    before.server.backUp();
    for (int i = 1; i < starts; ++i) {
        before.server.storage.reset();
        before.server.open();
    }
    before.server.push(before.tutor, before.edit(&Customer::city, u"Jinan"_s));
    const RecordId reader = before.server.newId();
    const auto page = Pull(before.server.parts()).run(caller, {.device = reader});
    before.server.restore();
    TestDevice tutor = before.server.device(u"a1"_s);
    PushRequest request = before.server.requestFor(tutor, {before.edit(&Customer::name, u"Wu"_s)});
    request.seen = page->cursor;
    const auto answer = Push(before.server.parts()).run(tutor.caller, request);
    const OutcomeKind kind = answer->response.outcomes.front().kind;
    QCOMPARE(kind, starts == 1 ? OutcomeKind::Applied : OutcomeKind::Conflict);
}

// A snapshot of the running server was put in its place, and later the newer file again: what that
// one had committed after the snapshot is new to whoever worked on the snapshot.
void RestorationTest::whereTwoCopiesPartIsNotSeenByEither()
{
    TwoWriters two;
    ServerFixture& server = two.server;
    const auto copy = [](const QString& from, const QString& to) {
        for (const QString& part : {u""_s, u"-wal"_s}) {
            QFile::remove(to + part);
            if (QFile::exists(from + part))
                QVERIFY(QFile::copy(from + part, to + part));
        }
    };
    const QString file = server.file();
    copy(file, file + u".snapshot"_s);
    server.push(two.lead, two.edit(&Customer::name, u"Wang"_s));
    server.storage.reset();
    copy(file, file + u".newer"_s);
    copy(file + u".snapshot"_s, file);
    server.open();
    TestDevice tutor = server.device(u"a1"_s);
    for (const QString& city : {u"Jinan"_s, u"Wuhan"_s, u"Xi'an"_s})
        server.push(tutor, two.edit(&Customer::city, city));
    two.base = server.stamp();
    const auto page =
        Pull(server.parts()).run(tutor.caller, {.device = tutor.caller.device, .cursor = {}});
    server.storage.reset();
    copy(file + u".newer"_s, file);
    server.open();
    TestDevice again = server.device(u"a1"_s);
    PushRequest request = server.requestFor(again, {two.edit(&Customer::name, u"Wu"_s)});
    request.seen = page->cursor;
    const auto answer = Push(server.parts()).run(again.caller, request);
    QCOMPARE(answer->response.outcomes.front().kind, OutcomeKind::Conflict);
    QCOMPARE(two.family().name, u"Wang"_s);
}

void RestorationTest::aGenerationRisesOnceForAll()
{
    LostTime time;
    const qint64 next = time.lost.generation + 1;
    TestDevice tutor = time.two.server.device(u"a1"_s);
    const Mutation edit = time.two.edit(&Customer::city, u"Jinan"_s);
    QCOMPARE(time.push(tutor, edit, time.answer.seen).outcomes.front().stamp.generation, next);
    time.push(tutor, edit, time.answer.seen);
    QVERIFY(time.pull(time.cursor, time.answer.seen).ok());
    QVERIFY(!time.pull(time.lostCursor, {}).ok());
    QCOMPARE(time.two.server.stamp().generation, next);
}

void RestorationTest::aSignThatCannotBeReadKeepsNoEditOut()
{
    LostTime time;
    TestDevice tutor = time.two.server.device(u"a1"_s);
    const PushResponse answer =
        time.push(tutor, time.two.edit(&Customer::city, u"Jinan"_s), u"nonsense"_s);
    QCOMPARE(answer.outcomes.front().kind, OutcomeKind::Applied);
    QCOMPARE(time.two.server.stamp().generation, time.lost.generation);
    QVERIFY(time.pull(time.cursor, u"nonsense"_s).ok());
}

// A device of before signs were shown, and a copy older than a restore that it knows of.
void RestorationTest::aBaseOfALaterGenerationHasSeenNothing()
{
    TwoWriters two;
    two.server.push(two.lead, two.edit(&Customer::name, u"Wang"_s));
    two.base = {two.server.stamp().generation + 1, 1000};
    QCOMPARE(
        two.server.push(two.tutor, two.edit(&Customer::name, u"Wu"_s)).kind, OutcomeKind::Conflict);
    QCOMPARE(two.family().name, u"Wang"_s);
}

void RestorationTest::aSignIsOfOneUserAndWhole()
{
    const ManualClock clock(1'764'000'000'000);
    IdFactory ids(clock, QRandomGenerator(5));
    const RecordId viewer = ids.next();
    const QByteArray secret(32, 's');
    const Witness seen{ids.next(), ids.next(), 5, 3, qint64(1) << 40};
    const Cursor cursor{viewer, seen, 300, 1'764'000'000'000, 127, ids.next(), 128};
    const QString sign = sealedWitness(seen, viewer, secret);
    const QString place = sealedCursor(cursor, secret);
    QCOMPARE(*openedWitness(sign, viewer, secret), seen);
    QCOMPARE(*openedCursor(place, viewer, secret), cursor);
    QCOMPARE(*openedWitness(place, viewer, secret), seen);
    QVERIFY(!openedCursor(sign, viewer, secret).ok());
    for (const QString& text : {sign, place}) {
        QVERIFY(!openedWitness(text, ids.next(), secret).ok());
        QVERIFY(!openedWitness(text, viewer, QByteArray(32, 't')).ok());
        for (qsizetype i = 0; i < text.size(); ++i) {
            QString changed = text;
            changed[i] = changed[i] == u'A' ? u'B' : u'A';
            QVERIFY(!openedWitness(changed, viewer, secret).ok());
            QVERIFY(!openedWitness(text.first(i), viewer, secret).ok());
        }
    }
}

HOMEROOM_TEST_MAIN(RestorationTest)
#include "restorationtest.moc"
