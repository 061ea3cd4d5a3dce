// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cohortcamp.h"
#include "tests/support/serverhistory.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;

namespace {

qint64 organisationRows(const std::vector<CohortDay>& rows)
{
    return std::ranges::count_if(
        rows, [](const CohortDay& row) { return row.user.isNull() && row.team.isNull(); });
}

} // namespace

class CohortDaysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrittenBeforeTheDays();
    void everyRowHasTheNumbersOfPlainLoops();
    void aSecondRunWritesNothing();
    void aRowFollowsItsDayAndStaysAfterIt();
    void whoHasNobodyLeftHasZeros();
    void frozenRowsNeverChange();
    void aLateServerFillsInAndFreezes();
    void aRunIsManySmallTransactions();
    void anInterruptedRunIsFinishedLater();
    void aRowReachesWhomItShould_data();
    void aRowReachesWhomItShould();
    void thoseConcernedAreWoken();
    void nobodyElseMayWriteThem_data();
    void nobodyElseMayWriteThem();
};

void CohortDaysTest::nothingIsWrittenBeforeTheDays()
{
    CohortCamp camp;
    QCOMPARE(camp.run().rows, 0);
    // A cohort whose opening is not known has no days.
    camp.world.cohort.opensOn.clear();
    camp.server.write(toRow(camp.world.cohort));
    camp.toDay(5);
    QCOMPARE(camp.run().rows, 0);
}

void CohortDaysTest::everyRowHasTheNumbersOfPlainLoops()
{
    CohortCamp camp;
    camp.toDay(4);
    const CohortDaysReport report = camp.run();
    const std::vector<CohortDay> rows = camp.rows();
    QCOMPARE(report.rows, qint64(rows.size()));
    QCOMPARE(camp.wrong(), QStringList());
    // D−2 to D4, of three tutors and two teams besides.
    QCOMPARE(organisationRows(rows), 7);
    QVERIFY(rows.size() > 7 * 4);
    for (const CohortDay& row : rows) {
        QCOMPARE(row.cohort, camp.world.cohort.id);
        QCOMPARE(row.asOf, std::min(camp.server.clock.now(), camp.calendar.endOf(row.day)));
        QVERIFY(!row.frozen);
    }
    const QJsonObject today = camp.organisationOn(4).numbers;
    QVERIFY((CohortNumbers::fromJson(today)[Metric::Attendance].denominator > 0));
}

void CohortDaysTest::aSecondRunWritesNothing()
{
    CohortCamp camp;
    camp.toDay(4);
    camp.run();
    const Stamp stamp = camp.server.stamp();
    // Time goes on, and nothing happens: everything that does happens at a whole second.
    camp.server.clock.advance(1);
    const CohortDaysReport report = camp.run();
    QCOMPARE(report.rows, 0);
    QVERIFY(report.touched.isEmpty());
    QVERIFY(camp.server.stamp() == stamp);
}

void CohortDaysTest::aRowFollowsItsDayAndStaysAfterIt()
{
    CohortCamp camp;
    camp.toDay(4);
    camp.run();
    const CohortDay yesterday = camp.organisationOn(3);
    camp.befriend();
    // The tutor, the team and the organisation.
    QCOMPARE(camp.run().rows, 3);
    QVERIFY(camp.organisationOn(3) == yesterday);
    QVERIFY(camp.organisationOn(4).numbers == camp.expected({}, camp.server.clock.now()).toJson());
    camp.toDay(5);
    camp.run();
    const CohortDay ended = camp.organisationOn(4);
    QCOMPARE(ended.asOf, camp.calendar.endOf(4));
    QVERIFY(ended.numbers == camp.expected({}, camp.calendar.endOf(4)).toJson());
    camp.befriend();
    QCOMPARE(camp.run().rows, 3);
    QVERIFY(camp.organisationOn(4) == ended);
}

void CohortDaysTest::whoHasNobodyLeftHasZeros()
{
    CohortCamp camp;
    camp.toDay(4);
    camp.run();
    for (Enrollment& enrollment : camp.world.enrollments) {
        enrollment.tutor = Id<User>(camp.server.idOf(u"b1"_s));
        enrollment.team = Id<Team>(camp.server.teamOf(u"b1"_s));
    }
    camp.writeAll(camp.world.rows());
    camp.run();
    int zeros = 0;
    for (const CohortDay& row : camp.rows()) {
        if (row.day != 4)
            continue;
        QVERIFY(row.numbers == camp.expected(row, camp.server.clock.now()).toJson());
        zeros += CohortNumbers::fromJson(row.numbers) == CohortNumbers() ? 1 : 0;
    }
    QCOMPARE(zeros, 3); // a1, a2 and their team
}

void CohortDaysTest::frozenRowsNeverChange()
{
    CohortCamp camp;
    camp.toDay(camp.calendar.lastDay());
    camp.run();
    QVERIFY(!camp.organisationOn(camp.calendar.lastDay()).frozen);
    camp.toDay(camp.calendar.lastDay() + 1);
    camp.run();
    const std::vector<RecordRow> frozen = camp.stored();
    QCOMPARE(organisationRows(camp.rows()), 20);
    for (const CohortDay& row : camp.rows()) {
        QVERIFY(row.frozen);
        QCOMPARE(row.asOf, camp.calendar.endOf(row.day));
    }
    camp.befriend();
    QCOMPARE(camp.run().rows, 0);
    camp.toDay(camp.calendar.lastDay() + 40);
    QCOMPARE(camp.run().rows, 0);
    QVERIFY(camp.stored() == frozen);
}

void CohortDaysTest::aLateServerFillsInAndFreezes()
{
    const quint32 seed = randomSeed();
    CohortCamp punctual(40, 0, seed);
    for (qint64 day = CohortCalendar::firstDay; day <= punctual.calendar.lastDay() + 1; ++day) {
        punctual.toDay(day);
        punctual.run();
    }
    const std::vector<CohortDay> rows = punctual.rows();
    QCOMPARE(organisationRows(rows), 20);
    QVERIFY(std::ranges::all_of(rows, &CohortDay::frozen));
    CohortCamp late(40, 0, seed);
    late.toDay(late.calendar.lastDay() + 30);
    late.run();
    QVERIFY(late.rows() == rows);
    QCOMPARE(late.wrong(), QStringList());
    QCOMPARE(late.run().rows, 0);
}

void CohortDaysTest::aRunIsManySmallTransactions()
{
    CohortCamp camp(60, 17);
    camp.toDay(camp.calendar.lastDay() + 1);
    const CohortDaysReport report = camp.run();
    QVERIFY(report.rows > 300);
    QHash<Seq, int> rows;
    for (const RecordRow& row : camp.stored())
        ++rows[row.stamp.seq];
    QCOMPARE(qint64(rows.size()), (report.rows + 249) / 250);
    for (const int count : rows)
        QVERIFY(count <= 250);
}

void CohortDaysTest::anInterruptedRunIsFinishedLater()
{
    CohortCamp camp(60, 17);
    camp.toDay(camp.calendar.lastDay() + 1);
    int asked = 0;
    const CohortDaysReport part = camp.run([&] { return asked++ == 0; });
    QCOMPARE(part.rows, 250);
    const CohortDaysReport rest = camp.run();
    QVERIFY(rest.rows > 0);
    QCOMPARE(qint64(camp.rows().size()), part.rows + rest.rows);
    QCOMPARE(organisationRows(camp.rows()), 20);
    QCOMPARE(camp.wrong(), QStringList());
    QVERIFY(std::ranges::all_of(camp.rows(), &CohortDay::frozen));
    QCOMPARE(camp.run().rows, 0);
}

void CohortDaysTest::aRowReachesWhomItShould_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QStringList>("tutors");
    QTest::addColumn<QStringList>("teams");
    QTest::newRow("tutor") << u"a1"_s << QStringList{u"a1"_s} << QStringList{u"A"_s};
    QTest::newRow("colleague") << u"a2"_s << QStringList{u"a2"_s} << QStringList{u"A"_s};
    QTest::newRow("lead") << u"leadA"_s << QStringList{u"a1"_s, u"a2"_s} << QStringList{u"A"_s};
    QTest::newRow("other lead") << u"leadB"_s << QStringList{u"b1"_s} << QStringList{u"B"_s};
    QTest::newRow("sales") << u"seller"_s << QStringList{} << QStringList{u"B"_s};
    const QStringList all{u"a1"_s, u"a2"_s, u"b1"_s};
    QTest::newRow("operations") << u"ops"_s << all << QStringList{u"A"_s, u"B"_s};
    QTest::newRow("administrator") << u"admin"_s << all << QStringList{u"A"_s, u"B"_s};
}

void CohortDaysTest::aRowReachesWhomItShould()
{
    QFETCH(QString, user);
    QFETCH(QStringList, tutors);
    QFETCH(QStringList, teams);
    CohortCamp camp;
    camp.server.addUser(u"seller"_s, UserRole::Sales, u"B"_s);
    camp.toDay(3);
    camp.run();
    FeedClient client(camp.server, user);
    while (!client.pull(100)) { }
    std::map<RecordId, RecordRow> expected;
    for (const RecordRow& stored : camp.stored()) {
        const auto row = fromRow<CohortDay>(stored);
        const bool ofTutor = std::ranges::any_of(
            tutors, [&](const QString& name) { return camp.server.idOf(name) == row.user; });
        const bool ofTeam = std::ranges::any_of(teams,
            [&](const QString& name) { return camp.server.teamOf(u"lead"_s + name) == row.team; });
        if ((row.user.isNull() && row.team.isNull()) || ofTutor || ofTeam)
            expected[stored.id] = stored;
    }
    std::map<RecordId, RecordRow> pulled = client.rows();
    std::erase_if(
        pulled, [](const auto& entry) { return entry.second.kind != RecordKind::CohortDay; });
    QCOMPARE(qsizetype(pulled.size()), qsizetype(expected.size()));
    QVERIFY(pulled == expected);
    // Six days of the organisation, the tutors and the teams, less those before anybody joined.
    QVERIFY(expected.size() >= size_t(6 + tutors.size() + teams.size()));
    QVERIFY(client.rows().size() > pulled.size());
}

void CohortDaysTest::thoseConcernedAreWoken()
{
    CohortCamp camp;
    camp.toDay(3);
    const CohortDaysReport report = camp.run();
    const QString tutor = camp.server.idOf(u"a1"_s).toString();
    QVERIFY(report.touched.scopes.contains(u"u:"_s + tutor));
    QVERIFY(report.touched.scopes.contains(u"org"_s));
    QVERIFY(report.touched.scopes.contains(u"team:"_s + camp.server.teamOf(u"leadB"_s).toString()));
}

void CohortDaysTest::nobodyElseMayWriteThem_data()
{
    QTest::addColumn<QString>("user");
    for (const QString& user : {u"a1"_s, u"leadA"_s, u"ops"_s, u"admin"_s})
        QTest::newRow(qPrintable(user)) << user;
}

void CohortDaysTest::nobodyElseMayWriteThem()
{
    QFETCH(QString, user);
    CohortCamp camp;
    camp.toDay(3);
    camp.run();
    TestDevice device = camp.server.device(user);
    const auto isRefused = [&](const Mutation& mutation) {
        const Outcome outcome = camp.server.push(device, mutation);
        return outcome.kind == OutcomeKind::Refused && outcome.code == ErrorCode::Forbidden;
    };
    CohortDay made;
    made.id = Id<CohortDay>(camp.server.newId());
    made.cohort = camp.world.cohort.id;
    made.day = 1;
    QVERIFY(isRefused(createMutation(made)));
    QVERIFY(!camp.server.stored(RecordKind::CohortDay, made.id));
    const CohortDay kept = camp.organisationOn(3);
    Mutation edit = Change<CohortDay>(kept.id, kept.id).set(&CohortDay::day, qint64(9)).mutation();
    edit.base = camp.server.stamp();
    QVERIFY(isRefused(edit));
    edit.operation = Operation::Delete;
    edit.changes.clear();
    QVERIFY(isRefused(edit));
    QVERIFY(camp.organisationOn(3) == kept);
}

HOMEROOM_TEST_MAIN(CohortDaysTest)
#include "cohortdaystest.moc"
