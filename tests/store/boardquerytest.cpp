// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/boardquery.h"
#include "models/store/boardmove.h"
#include "models/store/catalogue.h"
#include "models/store/familyfinder.h"
#include "models/values/rank.h"
#include "tests/support/familyfixture.h"
#include "tests/support/statements.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

BoardCard cardOf(StoreFixture& fixture, const Opportunity& opportunity)
{
    const Catalogue catalogue(fixture.reader(), fixture.store());
    const std::array<RecordId, 1> ids{opportunity.id};
    const auto cards =
        boardCards(fixture.reader(), ids, catalogue.lessons(), fixture.clock().now());
    return cards.empty() ? BoardCard() : cards.front();
}

LessonProgress progressOf(StoreFixture& fixture, const Enrollment& enrollment, const Lesson& lesson)
{
    LessonProgress progress;
    progress.id = fixture.newId<LessonProgress>();
    progress.customer = enrollment.customer;
    progress.enrollment = enrollment.id;
    progress.lesson = lesson.id;
    return progress;
}

} // namespace

class BoardQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entriesComeByStageRankAndId();
    void entriesOfOtherPipelinesStayAway();
    void entriesNeedOnlyTheIndex();
    void chosenEntriesLeaveOutTheGone();
    void cardTellsFamilyAndChild();
    void cardWithoutChildShowsTheFirstOne();
    void lessonsAreTheUnlockedOnesOfTheLatestEnrollment();
    void missingProgressIsNotAMissedLesson();
    void unsentUntilTheEchoIsBack();
    void conflictOnlyWhileOpen();
    void fortyCardsTakeAFixedNumberOfStatements();
    void everyStatementUsesAnIndex();
    void textIsFoundInNamesPhonesAndChildren();
    void moveIntoPaidClosesAndMakesAnOrder();
    void moveOutOfLostForgetsTheReason();
    void moveWithinAStageChangesOnlyTheRank();
    void ranksThatLeaveNoRoomAreSurvived_data();
    void ranksThatLeaveNoRoomAreSurvived();
};

void BoardQueryTest::entriesComeByStageRankAndId()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    families.fill(60);
    const std::vector<BoardEntry> entries = boardEntries(fixture.reader(), families.trial().id);
    QCOMPARE(entries.size(), size_t(57));
    for (size_t i = 1; i < entries.size(); ++i) {
        if (entries[i - 1].stage == entries[i].stage)
            QVERIFY(standsBefore(entries[i - 1], entries[i]));
    }
}

void BoardQueryTest::entriesOfOtherPipelinesStayAway()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    families.addFamily(families.stage("new"));
    const auto renewing = families.addFamily(families.stage("renewal"));
    const auto entries = boardEntries(fixture.reader(), families.renewal().id);
    QCOMPARE(entries.size(), size_t(1));
    QCOMPARE(entries[0].opportunity, RecordId(renewing.opportunity.id));
    QCOMPARE(entries[0].customer, RecordId(renewing.customer.id));
    QCOMPARE(entries[0].rank, renewing.opportunity.rank);
}

void BoardQueryTest::entriesNeedOnlyTheIndex()
{
    Statements statements;
    StoreFixture fixture(&statements);
    FamilyFixture families(fixture);
    statements.seen.clear();
    boardEntries(fixture.reader(), families.trial().id);
    Statement plan =
        fixture.reader().statement("EXPLAIN QUERY PLAN " + QByteArray(statements.seen.first()));
    QVERIFY(plan.step());
    QVERIFY2(plan.text(3).contains(u"USING COVERING INDEX opportunity_board"_s),
        qPrintable(plan.text(3)));
    QVERIFY(!plan.step()); // no sorting step
}

void BoardQueryTest::chosenEntriesLeaveOutTheGone()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    const auto here = families.addFamily(families.stage("new"));
    const auto elsewhere = families.addFamily(families.stage("renewal"));
    const auto gone = families.addFamily(families.stage("new"));
    families.withdraw(RecordKind::Opportunity, gone.opportunity.id);
    const std::array<RecordId, 4> asked{
        here.opportunity.id, elsewhere.opportunity.id, gone.opportunity.id, fixture.ids().next()};
    const auto entries = boardEntriesOf(fixture.reader(), families.trial().id, asked);
    QCOMPARE(entries.size(), size_t(1));
    QCOMPARE(entries[0].opportunity, RecordId(here.opportunity.id));
}

void BoardQueryTest::cardTellsFamilyAndChild()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    const auto family = families.addFamily(families.stage("new"));
    const BoardCard card = cardOf(fixture, family.opportunity);
    QCOMPARE(card.name, family.customer.name);
    QCOMPARE(card.relation, family.customer.relation);
    QCOMPARE(card.tier, family.customer.tier);
    QCOMPARE(card.childName, family.student.name);
    QCOMPARE(card.grade, family.student.grade);
    QCOMPARE(card.nextStep, family.customer.nextStep);
    QCOMPARE(card.nextStepAt, family.customer.nextStepAt);
    QCOMPARE(card.stageEnteredAt, family.opportunity.stageEnteredAt);
    QVERIFY(card.lessons.empty());
    QVERIFY(!card.unsent);
    QVERIFY(!card.conflict);
}

void BoardQueryTest::cardWithoutChildShowsTheFirstOne()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    auto family = families.addFamily(families.stage("new"));
    Student second;
    second.id = fixture.newId<Student>();
    second.customer = family.customer.id;
    second.name = u"second"_s;
    families.absorb(second);
    family.opportunity.student = {};
    families.absorb(family.opportunity);
    QCOMPARE(cardOf(fixture, family.opportunity).childName, family.student.name);
}

void BoardQueryTest::lessonsAreTheUnlockedOnesOfTheLatestEnrollment()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    const auto family = families.addFamily(families.stage("new"));
    const Catalogue catalogue(fixture.reader(), fixture.store());
    const Lesson& first = catalogue.lessons().front();
    Enrollment older;
    older.id = fixture.newId<Enrollment>();
    older.customer = family.customer.id;
    older.student = family.student.id;
    older.cohort = fixture.newId<Cohort>();
    older.joinedAt = 1;
    Enrollment latest = older;
    latest.id = fixture.newId<Enrollment>();
    latest.cohort = first.cohort;
    latest.joinedAt = 2;
    families.absorb(older);
    families.absorb(latest);
    LessonProgress finished = progressOf(fixture, latest, first);
    finished.finished = true;
    finished.attended = Attendance::Live;
    finished.homeworkAt = 5;
    finished.practiceMinutes = 12;
    LessonProgress attended = progressOf(fixture, latest, catalogue.lessons()[1]);
    attended.attended = Attendance::Replay;
    attended.practiceMinutes = 3;
    LessonProgress missed = progressOf(fixture, latest, catalogue.lessons()[2]);
    missed.attended = Attendance::Missed;
    for (const LessonProgress& progress : {finished, attended, missed})
        families.absorb(progress);
    const BoardCard card = cardOf(fixture, family.opportunity);
    const std::vector<LessonState> expected{
        LessonState::Finished, LessonState::Attended, LessonState::Missed, LessonState::NotYet};
    QVERIFY(card.lessons == expected);
    QCOMPARE(card.homeworkDone, 1);
    QCOMPARE(card.homeworkDue, 4);
    QCOMPARE(card.practiceMinutes, 15);
}

void BoardQueryTest::missingProgressIsNotAMissedLesson()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    const auto family = families.addFamily(families.stage("new"));
    const Catalogue catalogue(fixture.reader(), fixture.store());
    Enrollment enrollment;
    enrollment.id = fixture.newId<Enrollment>();
    enrollment.customer = family.customer.id;
    enrollment.student = family.student.id;
    enrollment.cohort = catalogue.lessons().front().cohort;
    families.absorb(enrollment);
    const std::vector<LessonState> expected(4, LessonState::NotYet);
    QVERIFY(cardOf(fixture, family.opportunity).lessons == expected);
}

void BoardQueryTest::unsentUntilTheEchoIsBack()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    const auto family = families.addFamily(families.stage("new"));
    QVERIFY(fixture
                .apply({Change<Customer>(family.customer.id, family.customer.id)
                            .set(&Customer::city, u"北京"_s)
                            .mutation()})
                .ok());
    QVERIFY(cardOf(fixture, family.opportunity).unsent);
    for (const auto& [state, unsent] :
        {std::pair{"sent", true}, {"acked", true}, {"echoed", false}}) {
        const auto written = fixture.store().write([&](Database& database) -> Result<ChangeSet> {
            database.execute("UPDATE outbox SET state = '" + QByteArray(state) + "'");
            return ChangeSet{};
        });
        QVERIFY(written.result().ok());
        QCOMPARE(cardOf(fixture, family.opportunity).unsent, unsent);
    }
}

void BoardQueryTest::conflictOnlyWhileOpen()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    const auto family = families.addFamily(families.stage("new"));
    Conflict conflict;
    conflict.id = fixture.newId<Conflict>();
    conflict.customer = family.customer.id;
    families.absorb(conflict);
    QVERIFY(cardOf(fixture, family.opportunity).conflict);
    conflict.resolved = true;
    families.absorb(conflict);
    QVERIFY(!cardOf(fixture, family.opportunity).conflict);
}

void BoardQueryTest::fortyCardsTakeAFixedNumberOfStatements()
{
    Statements statements;
    StoreFixture fixture(&statements);
    FamilyFixture families(fixture);
    families.fill(100);
    std::vector<RecordId> ids;
    for (const BoardEntry& entry : boardEntries(fixture.reader(), families.trial().id))
        ids.push_back(entry.opportunity);
    ids.resize(40);
    const Catalogue catalogue(fixture.reader(), fixture.store());
    statements.seen.clear();
    const auto cards =
        boardCards(fixture.reader(), ids, catalogue.lessons(), fixture.clock().now());
    QCOMPARE(cards.size(), size_t(40));
    const QSet<QByteArray> different(statements.seen.begin(), statements.seen.end());
    QVERIFY2(different.size() <= 6, qPrintable(QString::number(different.size())));
}

void BoardQueryTest::everyStatementUsesAnIndex()
{
    Statements statements;
    StoreFixture fixture(&statements);
    FamilyFixture families(fixture);
    auto family = families.addFamily(families.stage("learning"));
    family.opportunity.student = {};
    families.absorb(family.opportunity);
    statements.seen.clear();
    cardOf(fixture, family.opportunity);
    const std::array<RecordId, 1> ids{family.opportunity.id};
    boardEntriesOf(fixture.reader(), families.trial().id, ids);
    const QList<QByteArray> seen = statements.seen;
    int checked = 0;
    for (const QByteArray& sql : QSet<QByteArray>(seen.begin(), seen.end())) {
        if (!sql.contains(" IN ("))
            continue; // the catalogue's own
        ++checked;
        Statement plan = fixture.reader().statement("EXPLAIN QUERY PLAN " + sql);
        while (plan.step()) {
            const QString step = plan.text(3);
            QVERIFY2(
                !step.startsWith(u"SCAN"_s), qPrintable(step + u" in "_s + QString::fromUtf8(sql)));
        }
    }
    QCOMPARE(checked, 7);
}

void BoardQueryTest::textIsFoundInNamesPhonesAndChildren()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    auto family = families.addFamily(families.stage("new"));
    families.addFamily(families.stage("new"));
    family.customer.name = u"Zoë Wang"_s;
    family.student.name = u"米粒100%"_s;
    family.customer.phone = u"+8619900777888"_s;
    families.absorb(family.customer);
    families.absorb(family.student);
    const std::vector<RecordId> expected{family.customer.id};
    FamilyFinder finder;
    for (const QString& text : {u"wang"_s, u"米粒"_s, u"mili"_s, u"0%"_s, u"777888"_s})
        QVERIFY2(finder.find(fixture.reader(), text) == expected, qPrintable(text));
    QVERIFY(finder.find(fixture.reader(), u"nobody"_s).empty());
    family.customer.name = u"nobody"_s;
    families.absorb(family.customer);
    QVERIFY(finder.find(fixture.reader(), u"nobody"_s).empty()); // not told yet
    finder.forget();
    QCOMPARE(finder.find(fixture.reader(), u"nobody"_s), expected);
}

void BoardQueryTest::moveIntoPaidClosesAndMakesAnOrder()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    const auto family = families.addFamily(families.stage("intent"));
    const StageOrder order{
        fixture.newId<Order>(), families.course(), 250000, family.customer.owner};
    const auto mutations =
        stageMoveMutations(family.opportunity, {families.stage("paid"), u"V"_s, 1000, {}, order});
    QVERIFY(fixture.apply(mutations).ok());
    const auto moved = fixture.find(family.opportunity.id);
    QCOMPARE(moved->stage, families.stage("paid").id);
    QCOMPARE(moved->closedAt, std::optional<Milliseconds>(1000));
    QCOMPARE(moved->stageEnteredAt, 1000);
    QCOMPARE(moved->amount, 250000);
    const auto made = fixture.find(order.id);
    QVERIFY(made);
    QCOMPARE(made->kind, OrderKind::Full);
    QCOMPARE(made->amount, 250000);
    QCOMPARE(made->paidAt, 1000);
    QCOMPARE(made->opportunity, family.opportunity.id);
    QCOMPARE(made->student, family.student.id);
    QCOMPARE(made->creditedOwner, family.customer.owner);
}

void BoardQueryTest::moveOutOfLostForgetsTheReason()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    auto family = families.addFamily(families.stage("lost"));
    family.opportunity.lostReason = u"price"_s;
    family.opportunity.closedAt = 5;
    families.absorb(family.opportunity);
    QVERIFY(fixture
                .apply(stageMoveMutations(
                    family.opportunity, {families.stage("new"), u"V"_s, 1000, {}, {}}))
                .ok());
    QCOMPARE(fixture.find(family.opportunity.id)->lostReason, QString());
    QCOMPARE(fixture.find(family.opportunity.id)->closedAt, std::nullopt);
}

void BoardQueryTest::moveWithinAStageChangesOnlyTheRank()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    const auto family = families.addFamily(families.stage("paid"));
    const auto mutations =
        stageMoveMutations(family.opportunity, {families.stage("paid"), u"V"_s, 1000, {}, {}});
    QCOMPARE(mutations.size(), size_t(1));
    QCOMPARE(mutations[0].changes.size(), size_t(1));
    QCOMPARE(mutations[0].changes[0].first, fieldIndexOf(&Opportunity::rank));
}

void BoardQueryTest::ranksThatLeaveNoRoomAreSurvived_data()
{
    QTest::addColumn<QString>("lower");
    QTest::addColumn<QString>("upper");
    QTest::newRow("no ranks at all") << QString() << QString();
    QTest::newRow("equal") << u"V"_s << u"V"_s;
    QTest::newRow("wrong way round") << u"W"_s << u"V"_s;
    QTest::newRow("only zeros above") << QString() << u"000"_s;
    QTest::newRow("the same fraction") << u"A"_s << u"A00"_s;
    QTest::newRow("not our digits") << u"中"_s << u"文"_s;
}

void BoardQueryTest::ranksThatLeaveNoRoomAreSurvived()
{
    QFETCH(QString, lower);
    QFETCH(QString, upper);
    const QString rank = safeRankBetween(lower, upper, 7);
    QVERIFY(!rank.isEmpty());
    if (lower < u"z"_s)
        QVERIFY(rank > lower);
}

HOMEROOM_TEST_MAIN(BoardQueryTest)
#include "boardquerytest.moc"
