// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cohortrace.h"

#include "models/database/recordtable.h"
#include "models/values/cohortcalendar.h"
#include "server/rules/cohortdays.h"
#include "server/rules/seeding.h"
#include "server/storage/sqlite/sqlitestorage.h"
#include "tests/support/cohortworld.h"
#include "tests/support/demorecords.h"
#include "tests/support/randomseed.h"
#include "tests/support/statements.h"
#include "tests/support/storefixture.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone shanghai("Asia/Shanghai");

QString text(const CohortNumbers& of)
{
    return QString::fromUtf8(QJsonDocument(of.toJson()).toJson(QJsonDocument::Compact));
}

/// A profile that holds the rows, as a sync would have left it.
class Profile {
public:
    void put(const std::vector<RecordRow>& rows)
    {
        const Result<ChangeSet> written = store.store()
                                              .write([&](Database& database) -> Result<ChangeSet> {
                                                  for (const RecordRow& row : rows)
                                                      RecordTable(database, row.type()).put(row);
                                                  return ChangeSet{};
                                              })
                                              .result();
        if (!written.ok())
            qFatal("%s", qPrintable(written.error().detail));
    }
    template <typename Record> Id<Record> add(Record record)
    {
        if (record.id.isNull())
            record.id = store.newId<Record>();
        put({toRow(record)});
        return record.id;
    }
    std::optional<CohortRace> race(const Viewer& viewer, Milliseconds now)
    {
        const auto read = store.reader().read(
            [&](Database& database) { return readCohortRace(database, viewer, now, shanghai); });
        if (!read.ok())
            qFatal("%s", qPrintable(read.error().detail));
        return *read;
    }

    StoreFixture store{};
};

/// Two tutors of one team, a third of another, and a camp at random.
struct Camp {
    Camp() : world(randomSeed(), keepers(), 60), calendar(world.cohort, shanghai)
    {
        profile.put(world.rows());
    }
    std::vector<CohortWorld::Keeper> keepers()
    {
        return {{user(u"a1"_s, teamA), teamA}, {a2 = user(u"a2"_s, teamA), teamA},
            {user(u"b1"_s, teamB), teamB}};
    }
    RecordId user(const QString& name, const RecordId& team)
    {
        User made;
        made.id = Id<User>(RecordId::fromName(name.toUtf8()));
        made.name = name;
        made.team = Id<Team>(team);
        return profile.add(made);
    }
    std::optional<CohortRace> race(const Viewer& viewer, qint64 day)
    {
        return profile.race(viewer, calendar.endOf(day));
    }
    CohortNumbers plain(qint64 day, const std::function<bool(const CohortWorld::Keeper&)>& holds)
    {
        return world.plainNumbers(
            calendar.endOf(day), [&](const Enrollment& enrollment, const Customer& family) {
                return holds(world.keeperOf(enrollment, family));
            });
    }
    Viewer tutor() const { return {a2, UserRole::Tutor, teamA}; }
    Viewer lead() const { return {RecordId::fromName("lead"), UserRole::Lead, teamA}; }
    Viewer operations() const { return {RecordId::fromName("ops"), UserRole::Operations, {}}; }

    /// A cohort that opened so many days before the camp, with numbers of its D3.
    Id<Cohort> addFormer(
        int daysBefore, const QString& subject = {}, const Id<Product>& product = {})
    {
        Cohort former;
        former.name = u"before %1"_s.arg(daysBefore);
        former.opensOn = calendar.opensOn().addDays(-daysBefore).toString(Qt::ISODate);
        former.days = 7;
        former.subject = subject;
        former.product = product;
        return profile.add(former);
    }
    void addDay(const Id<Cohort>& cohort, qint64 day, const RecordId& user, const RecordId& team,
        qint64 friends)
    {
        CohortDay row;
        row.cohort = cohort;
        row.day = day;
        row.user = Id<User>(user);
        row.team = Id<Team>(team);
        CohortNumbers numbers;
        numbers[Metric::Friend] = {friends, 100};
        row.numbers = numbers.toJson();
        row.asOf = 1000 + friends;
        profile.add(row);
    }

    const RecordId teamA = RecordId::fromName("A");
    const RecordId teamB = RecordId::fromName("B");
    RecordId a2{};
    Profile profile{};
    CohortWorld world;
    CohortCalendar calendar;
};

QStringList names(const CohortRace& race)
{
    QStringList all;
    for (const FormerCohort& former : race.former)
        all.append(former.name);
    return all;
}

} // namespace

class CohortRaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNumbersOfEachRoleAreThoseOfPlainLoops();
    void thereIsNoRaceWithoutACohort();
    void theCohortWithMostStudentsIsTheCurrentOne();
    void theThreeBeforeItOnTheSameDay();
    void aCohortWithoutARowSaysSo();
    void onlyCohortsOfTheSameKindAreCompared();
    void serverAndProfileAgreeOnADemo();
    void largeTablesAreReadByTheirIndexes();
};

void CohortRaceTest::theNumbersOfEachRoleAreThoseOfPlainLoops()
{
    Camp camp;
    for (qint64 day = CohortCalendar::firstDay; day <= camp.calendar.lastDay(); ++day) {
        const auto own = camp.race(camp.tutor(), day);
        const auto team = camp.race(camp.lead(), day);
        const auto all = camp.race(camp.operations(), day);
        QVERIFY(own && team && all);
        QCOMPARE(own->day, day);
        QCOMPARE(own->name, camp.world.cohort.name);
        QCOMPARE(own->asOf, camp.calendar.endOf(day));
        QVERIFY(own->scope == RaceScope::Tutor && team->scope == RaceScope::Team);
        QVERIFY(all->scope == RaceScope::Organisation);
        QCOMPARE(text(own->numbers),
            text(camp.plain(day, [&](const auto& keeper) { return keeper.user == camp.a2; })));
        QCOMPARE(text(team->numbers),
            text(camp.plain(day, [&](const auto& keeper) { return keeper.team == camp.teamA; })));
        QCOMPARE(text(all->numbers), text(camp.plain(day, [](const auto&) { return true; })));
    }
}

void CohortRaceTest::thereIsNoRaceWithoutACohort()
{
    Camp camp;
    QVERIFY(!camp.race(camp.tutor(), CohortCalendar::firstDay - 1));
    QVERIFY(!camp.race(camp.tutor(), camp.calendar.lastDay() + 1));
    QVERIFY(camp.race(camp.tutor(), camp.calendar.lastDay()));
    QVERIFY(!camp.race({RecordId::fromName("new"), UserRole::Tutor, camp.teamA}, 3));
    QVERIFY(!camp.race({RecordId::fromName("new"), UserRole::Lead, RecordId::fromName("C")}, 3));
}

void CohortRaceTest::theCohortWithMostStudentsIsTheCurrentOne()
{
    Camp camp;
    const Id<Cohort> other = camp.addFormer(-1);
    QCOMPARE(camp.race(camp.operations(), 3)->cohort, camp.world.cohort.id);
    int students = 0;
    for (const Enrollment& enrollment : camp.world.enrollments)
        students += enrollment.cohort == camp.world.cohort.id && enrollment.counted ? 1 : 0;
    Enrollment enrollment;
    enrollment.cohort = other;
    enrollment.counted = true;
    const auto enroll = [&] {
        Customer family;
        family.owner = Id<User>(camp.a2);
        enrollment.customer = camp.profile.add(family);
        camp.profile.add(enrollment);
    };
    for (int i = 1; i < students; ++i)
        enroll();
    QCOMPARE(camp.race(camp.operations(), 3)->cohort, camp.world.cohort.id);
    // As many, and it opened later.
    enroll();
    QCOMPARE(camp.race(camp.operations(), 3)->cohort, other);
    QCOMPARE(camp.race(camp.operations(), 3)->day, 2);
    // What counts are the viewer's own.
    const RecordId b1 = RecordId::fromName("b1");
    QCOMPARE(camp.race({b1, UserRole::Tutor, camp.teamB}, 3)->cohort, camp.world.cohort.id);
}

void CohortRaceTest::theThreeBeforeItOnTheSameDay()
{
    Camp camp;
    for (const int weeks : {2, 5, 3, 4}) {
        const Id<Cohort> former = camp.addFormer(weeks * 7);
        for (const qint64 day : {2, 3, 4}) {
            camp.addDay(former, day, {}, {}, 10 * weeks + day);
            camp.addDay(former, day, {}, camp.teamA, 20 * weeks + day);
            camp.addDay(former, day, camp.a2, {}, day);
            camp.addDay(former, day, RecordId::fromName("b1"), {}, 99);
            camp.addDay(former, day, {}, camp.teamB, 98);
        }
    }
    camp.addFormer(-7); // one that opens later is not behind
    const auto friends = [&](const Viewer& viewer) {
        QList<qint64> found;
        const auto race = camp.race(viewer, 3);
        for (const FormerCohort& former : race->former) {
            found.append((*former.numbers)[Metric::Friend].numerator);
            if (former.asOf != 1000 + found.back())
                found.append(-1);
        }
        return found;
    };
    QCOMPARE(names(*camp.race(camp.tutor(), 3)),
        (QStringList{u"before 14"_s, u"before 21"_s, u"before 28"_s}));
    QCOMPARE(friends(camp.operations()), (QList<qint64>{23, 33, 43}));
    QCOMPARE(friends(camp.lead()), (QList<qint64>{43, 63, 83}));
    QCOMPARE(friends(camp.tutor()), (QList<qint64>{3, 3, 3}));
}

void CohortRaceTest::aCohortWithoutARowSaysSo()
{
    Camp camp;
    const Id<Cohort> former = camp.addFormer(7);
    camp.addDay(former, 3, {}, {}, 5);
    camp.addDay(former, 4, camp.a2, {}, 5);
    const auto own = camp.race(camp.tutor(), 3);
    QCOMPARE(own->former.size(), size_t(1));
    QVERIFY(!own->former.front().numbers);
    QVERIFY(camp.race(camp.tutor(), 4)->former.front().numbers);
    QVERIFY(camp.race(camp.operations(), 3)->former.front().numbers);
}

void CohortRaceTest::onlyCohortsOfTheSameKindAreCompared()
{
    Camp camp;
    Product trial;
    trial.kind = ProductKind::Trial;
    Product course;
    course.kind = ProductKind::Full;
    const Id<Product> trialId = camp.profile.add(trial);
    const Id<Product> courseId = camp.profile.add(course);
    camp.addFormer(7, u"maths"_s, trialId);
    camp.addFormer(14, u"maths"_s, courseId);
    camp.addFormer(21, u"English"_s, trialId);
    camp.addFormer(28);
    // Where the cohort says nothing of itself, all are alike.
    QCOMPARE(names(*camp.race(camp.tutor(), 3)),
        (QStringList{u"before 7"_s, u"before 14"_s, u"before 21"_s}));
    camp.world.cohort.subject = u"maths"_s;
    camp.world.cohort.product = trialId;
    camp.profile.put({toRow(camp.world.cohort)});
    QCOMPARE(names(*camp.race(camp.tutor(), 3)), (QStringList{u"before 7"_s, u"before 28"_s}));
}

void CohortRaceTest::serverAndProfileAgreeOnADemo()
{
    const DemoOptions options = demoOptions(300);
    const DemoOrganisation demo = makeDemoOrganisation(options);
    const QTemporaryDir folder;
    const ManualClock clock(options.now);
    IdFactory ids(clock, QRandomGenerator(1));
    const auto storage =
        SqliteStorage::open({folder.filePath(u"server.db"_s), DatabaseKey::random(), nullptr});
    QVERIFY(storage.ok());
    const RuleParts parts{**storage, clock, ids, {}};
    const auto source = [&](const std::function<void(const RecordRow&)>& sink) {
        for (const RecordRow& row : demo.rows)
            sink(row);
        return std::vector<SeedUser>();
    };
    QVERIFY(seedOrganisation(parts, u"Demo"_s, source, PasswordCost::Minimal).ok());
    QVERIFY(CohortDays(parts).run().ok());
    Profile profile;
    profile.put(demo.rows);
    const auto days =
        (*storage)->read([](ReadTransaction& transaction) -> Result<std::vector<RecordRow>> {
            return transaction.records(RecordKind::CohortDay);
        });
    QVERIFY(days.ok());
    profile.put(*days);
    int compared = 0;
    for (const RecordRow& row : demo.rows) {
        if (row.kind != RecordKind::User)
            continue;
        const auto user = fromRow<User>(row);
        const auto race = profile.race({user.id, user.role, user.team}, options.now);
        // Sales people have no students.
        QCOMPARE(race.has_value(), user.role != UserRole::Sales);
        if (!race)
            continue;
        // One tutor of a small demo may by chance have more children in the camp of the week
        // before.
        QVERIFY(race->day == 3 || race->scope == RaceScope::Tutor);
        QCOMPARE(race->former.size(), size_t(3));
        for (const FormerCohort& former : race->former)
            QVERIFY(former.numbers && *former.numbers != CohortNumbers());
        for (const RecordRow& each : *days) {
            const auto day = fromRow<CohortDay>(each);
            const bool own = race->scope == RaceScope::Tutor ? day.user == user.id
                : race->scope == RaceScope::Team             ? day.team == user.team
                                                 : day.user.isNull() && day.team.isNull();
            if (day.cohort != race->cohort || day.day != race->day || !own)
                continue;
            QCOMPARE(text(race->numbers), text(CohortNumbers::fromJson(day.numbers)));
            ++compared;
        }
    }
    QCOMPARE(compared, 24 + 3 + 2);
}

void CohortRaceTest::largeTablesAreReadByTheirIndexes()
{
    Statements statements;
    StoreFixture store(&statements);
    const Viewer viewer{RecordId::fromName("a2"), UserRole::Lead, RecordId::fromName("A")};
    Camp camp;
    const auto rows = camp.world.rows();
    QVERIFY(store.store()
                .write([&](Database& database) -> Result<ChangeSet> {
                    for (const RecordRow& row : rows)
                        RecordTable(database, row.type()).put(row);
                    return ChangeSet{};
                })
                .result()
                .ok());
    for (const UserRole role : {UserRole::Tutor, UserRole::Lead, UserRole::Admin}) {
        statements.seen.clear();
        const auto read = store.reader().read([&](Database& database) {
            return readCohortRace(
                database, {viewer.user, role, viewer.team}, camp.calendar.endOf(3), shanghai);
        });
        QVERIFY(read.ok());
        // Asking for the plan is a statement, too.
        const QList<QByteArray> seen = std::exchange(statements.seen, {});
        for (const QByteArray& sql : seen) {
            if (!sql.startsWith("SELECT"))
                continue;
            Statement plan = store.reader().statement("EXPLAIN QUERY PLAN " + sql);
            while (plan.step()) {
                const QString step = plan.text(3);
                const bool scansSmall = step.startsWith(u"SCAN r_cohort"_s)
                    || step.startsWith(u"SCAN r_lesson "_s) || step == u"SCAN r_lesson"_s;
                QVERIFY2(!step.startsWith(u"SCAN"_s) || scansSmall, qPrintable(step));
            }
        }
    }
}

HOMEROOM_TEST_MAIN(CohortRaceTest)
#include "cohortracetest.moc"
