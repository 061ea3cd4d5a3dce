// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/teambrief.h"
#include "tests/support/camp.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;

class TeamBriefTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreTheChipsOfEachTutor();
    void whatStandsOutIsToldAndComesFirst();
    void aFewAreNoException();
    void familiesOfNobodyAreNobodys();

private:
    static TeamBrief read(Camp& camp);
    /// Families of a new tutor: `late` of them have an overdue next step.
    static RecordId tutor(Camp& camp, int families, int late);
};

TeamBrief TeamBriefTest::read(Camp& camp)
{
    const ChipMoment moment{now, shanghai};
    const Result<TeamBrief> brief = camp.store.reader().read(
        [&](Database& database) { return readTeamBrief(database, chipMasks(database, moment)); });
    return brief.ok() ? *brief : TeamBrief{};
}

RecordId TeamBriefTest::tutor(Camp& camp, int families, int late)
{
    const RecordId tutor = camp.store.newId<User>();
    camp.store.store().setAuthor({tutor, {}});
    for (int i = 0; i < families; ++i)
        camp.settled([&](Customer& it) {
            if (i < late)
                it.nextStepAt = now - 2 * dayMs;
        });
    return tutor;
}

void TeamBriefTest::countsAreTheChipsOfEachTutor()
{
    Camp camp;
    const RecordId one = tutor(camp, 5, 2);
    const RecordId other = tutor(camp, 3, 0);
    const TeamBrief team = read(camp);
    QCOMPARE(team.tutors.size(), size_t(2));
    QCOMPARE(team.tutors[0].tutor, one);
    QCOMPARE(team.tutors[0].families, 5);
    QCOMPARE(team.tutors[0].counts[0], 2); // overdue
    QCOMPARE(team.tutors[1].tutor, other);
    QCOMPARE(team.tutors[1].counts[0], 0);
    QCOMPARE(team.all.families, 8);
    QCOMPARE(team.all.counts[0], 2);
    QCOMPARE(team.owners.size(), 2);
}

void TeamBriefTest::whatStandsOutIsToldAndComesFirst()
{
    Camp camp;
    tutor(camp, 20, 4); // 4 of 20, where the team has 10 of 50
    const RecordId bad = tutor(camp, 10, 4);
    tutor(camp, 20, 2);
    const TeamBrief team = read(camp);
    QCOMPARE(team.tutors.front().tutor, bad);
    QVERIFY(team.tutors.front().standsOut[0]);
    QCOMPARE(team.tutors.front().outstanding(), 1);
    QVERIFY(!team.tutors[1].standsOut[0]);
    QVERIFY(!team.tutors[2].standsOut[0]);
}

void TeamBriefTest::aFewAreNoException()
{
    Camp camp;
    tutor(camp, 2, 2); // all of them, but two
    tutor(camp, 50, 1);
    for (const TutorBrief& brief : read(camp).tutors)
        QCOMPARE(brief.outstanding(), 0);
}

void TeamBriefTest::familiesOfNobodyAreNobodys()
{
    Camp camp;
    camp.store.store().setAuthor({});
    camp.settled([](Customer& it) { it.nextStepAt = now - 2 * dayMs; });
    const TeamBrief team = read(camp);
    QVERIFY(team.tutors.empty());
    QCOMPARE(team.all.families, 0);
}

HOMEROOM_TEST_MAIN(TeamBriefTest)
#include "teambrieftest.moc"
