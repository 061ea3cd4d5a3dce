// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/synccentrepageobject.h"
#include "tests/support/testmain.h"
#include "ui/panel/timelinewords.h"
#include "ui/synccentre/refusalwatch.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject phones()
{
    return {{u"mine"_s, u"+8613900000001"_s}, {u"theirs"_s, u"+8613900000002"_s},
        {u"before"_s, u"+8613900000003"_s}};
}

QJsonObject names()
{
    return {{u"mine"_s, u"陈静静"_s}, {u"theirs"_s, u"陈静"_s}};
}

QJsonObject relations()
{
    return {{u"mine"_s, u"father"_s}, {u"theirs"_s, u"mother"_s}};
}

} // namespace

class SyncCentreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyCentreSaysSo();
    void sectionsCountWhatTheyHold();
    void theStatusLineCountsWhatTheCentreLists();
    void aConflictStandsSideBySide();
    void aConflictIsDecidedByFieldWithTheKeyboard();
    void aValueOfOnesOwnIsTyped();
    void aFieldThatSomebodyElseDecidedLeavesTheOthersAsTheyAre();
    void enterWithoutADecisionDoesNothing();
    void aSuggestionIsTakenOver();
    void aSuggestionIsDeclined();
    void anOrphanIsKeptAsAFollowUp();
    void anOrphanIsLetGoAfterAQuestion();
    void aRefusedEditIsTriedAgain();
    void aRefusedFollowUpIsOfferedToItsBox();
    void whatWasTypedCanBeCopied();
    void wordsAreDiscardedAfterAQuestionOnly();
    void waitingEditsNeedNothing();
    void aWaitingMoveDoesNotListWhatStaysEmpty();
    void whoMayNotEditTheFamilyDoesNotDecide();
    void theAuthorIsToldOfARefusalAtOnce();
    void whoDecidedTooLateIsToldAtOnce();
    void theReasonStandsAboveEverything();
    void theTimelineMarksWhatCameSecond();
};

void SyncCentreTest::anEmptyCentreSaysSo()
{
    CentreWorld world;
    CentrePage centre(world);
    QVERIFY(centre.isEmpty());
    QVERIFY(!centre.canApply());
}

void SyncCentreTest::sectionsCountWhatTheyHold()
{
    CentreWorld world;
    world.cityIsRefused(u"济南"_s, ErrorCode::Forbidden);
    world.isDisputed(u"phone"_s, phones());
    world.isSuggested(u"campaign"_s, u"spring"_s);
    world.hasOrphan({{u"nextStep"_s, u"call"_s}});
    world.cityWaits(u"西安"_s);
    CentrePage centre(world);
    QCOMPARE(centre.sections(),
        QStringList({u"Needs attention 1"_s, u"Conflicts 1"_s, u"Suggestions 1"_s,
            u"Words without a place 1"_s, u"Waiting for the server 1"_s}));
    for (int i = 0; i < 5; ++i)
        centre.presses(Qt::Key_J);
    QCOMPARE(centre.widget().current()->section, CentreSection::Waiting);
    centre.presses(Qt::Key_K);
    QCOMPARE(centre.widget().current()->section, CentreSection::Orphans);
    const QModelIndex refused = centre.widget().model().index(1);
    QCOMPARE(refused.data(Qt::AccessibleTextRole).toString(),
        u"Needs attention, 陈静, Your role may not change this."_s);
}

void SyncCentreTest::theStatusLineCountsWhatTheCentreLists()
{
    CentreWorld world;
    world.cityIsRefused(u"济南"_s, ErrorCode::Forbidden);
    world.isDisputed(u"phone"_s, phones());
    world.isDisputed(u"relation"_s, relations());
    world.isDisputed(u"phone"_s, phones()); // the same field once more is another line
    world.isSuggested(u"campaign"_s, u"spring"_s);
    world.isSuggested(u"wechatNick"_s, u"静静"_s);
    world.isSuggested(u"noSuchField"_s, u"of a newer server"_s);
    world.hasOrphan({{u"nextStep"_s, u"call"_s}});
    world.cityWaits(u"西安"_s);
    CentrePage centre(world);
    const SyncCentreModel& lines = centre.widget().model();
    const qint64 listed = lines.count(CentreSection::Conflicts)
        + lines.count(CentreSection::Suggestions) + lines.count(CentreSection::Orphans);
    QCOMPARE(listed, 4);
    const Result<qint64> counted = world.store.reader().read(countToDecide);
    QVERIFY(counted.ok());
    QCOMPARE(*counted, listed);
}

void SyncCentreTest::aConflictStandsSideBySide()
{
    CentreWorld world;
    world.customer.phone = u"+8613900000002"_s;
    world.families.set(world.customer.id, &Customer::phone, world.customer.phone);
    world.isDisputed(u"phone"_s, phones());
    CentrePage centre(world);
    centre.widget().showSection(CentreSection::Conflicts);
    QCOMPARE(centre.isAbout(), u"陈静"_s);
    QCOMPARE(centre.offers(),
        QStringList({u"Before: 139 0000 0003"_s, u"The later change: 139 0000 0001"_s,
            u"The record now: 139 0000 0002"_s}));
}

void SyncCentreTest::aConflictIsDecidedByFieldWithTheKeyboard()
{
    CentreWorld world;
    const Conflict phone = world.isDisputed(u"phone"_s, phones());
    const Conflict relation = world.isDisputed(u"relation"_s, relations());
    CentrePage centre(world);
    centre.presses(Qt::Key_1);
    QVERIFY(!centre.canApply()); // the second field is open
    centre.presses(Qt::Key_2);
    QVERIFY(centre.canApply());
    centre.presses(Qt::Key_Return);
    QCOMPARE(world.family().phone, u"+8613900000001"_s);
    QCOMPARE(world.store.find(phone.id)->resolution, u"mine"_s);
    QCOMPARE(world.store.find(relation.id)->resolution, u"theirs"_s);
    QCOMPARE(centre.sections(), QStringList{u"Waiting for the server 3"_s});
}

void SyncCentreTest::aValueOfOnesOwnIsTyped()
{
    CentreWorld world;
    world.isDisputed(u"phone"_s, phones());
    CentrePage centre(world);
    centre.presses(Qt::Key_3);
    centre.types(u"13900000009"_s);
    centre.presses(Qt::Key_Return);
    QVERIFY(centre.canApply());
    centre.presses(Qt::Key_Return);
    QCOMPARE(world.family().phone, u"+8613900000009"_s);
}

void SyncCentreTest::aFieldThatSomebodyElseDecidedLeavesTheOthersAsTheyAre()
{
    CentreWorld world;
    const Conflict phone = world.isDisputed(u"phone"_s, phones());
    const Conflict name = world.isDisputed(u"name"_s, names());
    world.isDisputed(u"relation"_s, relations());
    CentrePage centre(world);
    centre.presses(Qt::Key_Down, Qt::ControlModifier);
    centre.presses(Qt::Key_3);
    centre.types(u"陈晶"_s);
    world.isDecided(phone);
    QTRY_COMPARE(centre.offers().size(), 4);
    QVERIFY(!centre.offers().join(u' ').contains(u"139"_s));
    centre.presses(Qt::Key_Return); // takes the name, goes on to the relation
    centre.presses(Qt::Key_2);
    QVERIFY(centre.canApply());
    centre.presses(Qt::Key_Return);
    QCOMPARE(world.family().name, u"陈晶"_s);
    QCOMPARE(world.store.find(name.id)->resolution, u"own"_s);
    QVERIFY(!centre.sections().contains(u"Conflicts 1"_s));
}

void SyncCentreTest::enterWithoutADecisionDoesNothing()
{
    CentreWorld world;
    const Conflict phone = world.isDisputed(u"phone"_s, phones());
    CentrePage centre(world);
    centre.presses(Qt::Key_Return);
    QVERIFY(!world.store.find(phone.id)->resolved);
    QVERIFY(centre.widget().isVisible());
}

void SyncCentreTest::aSuggestionIsTakenOver()
{
    CentreWorld world;
    world.isSuggested(u"campaign"_s, u"spring"_s);
    CentrePage centre(world);
    QCOMPARE(centre.offers(), QStringList({u"Suggested: spring"_s, u"The record now: –"_s}));
    centre.presses(Qt::Key_1);
    centre.presses(Qt::Key_Return);
    QCOMPARE(world.family().campaign, u"spring"_s);
}

void SyncCentreTest::aSuggestionIsDeclined()
{
    CentreWorld world;
    const Conflict suggested = world.isSuggested(u"campaign"_s, u"spring"_s);
    CentrePage centre(world);
    centre.presses(Qt::Key_2);
    centre.presses(Qt::Key_Return);
    QVERIFY(world.family().campaign.isEmpty());
    QVERIFY(world.store.find(suggested.id)->resolved);
}

void SyncCentreTest::anOrphanIsKeptAsAFollowUp()
{
    CentreWorld world;
    const Conflict orphan =
        world.hasOrphan({{u"nextStep"_s, u"call the father"_s}, {u"intention"_s, u"high"_s}});
    CentrePage centre(world);
    QVERIFY(centre.words().contains(u"Next step: call the father"_s));
    centre.presses(Qt::Key_1);
    QCOMPARE(world.followUps(), QStringList{u"call the father"_s}); // as homeroomctl keeps it
    QCOMPARE(world.store.find(orphan.id)->resolution, u"copied"_s);
}

void SyncCentreTest::anOrphanIsLetGoAfterAQuestion()
{
    CentreWorld world;
    const Conflict orphan = world.hasOrphan({{u"nextStep"_s, u"call"_s}});
    CentrePage centre(world);
    centre.presses(Qt::Key_2);
    QCOMPARE(world.questions.asked.size(), 1);
    QVERIFY(!world.store.find(orphan.id)->resolved);
    world.questions.willAnswer(true);
    centre.presses(Qt::Key_2);
    QCOMPARE(world.store.find(orphan.id)->resolution, u"dismissed"_s);
    QVERIFY(world.followUps().isEmpty());
}

void SyncCentreTest::aRefusedEditIsTriedAgain()
{
    CentreWorld world;
    world.cityIsRefused(u"济南"_s, ErrorCode::Forbidden);
    QCOMPARE(world.family().city, u"武汉"_s);
    CentrePage centre(world);
    centre.presses(Qt::Key_1);
    QCOMPARE(world.family().city, u"济南"_s);
    QCOMPARE(world.refusedEdits(), 0);
    QCOMPARE(world.store.outboxCount(), 1);
}

void SyncCentreTest::aRefusedFollowUpIsOfferedToItsBox()
{
    CentreWorld world;
    world.followUpIsRefused(u"typed on the metro"_s);
    CentrePage centre(world);
    QSignalSpy asked(&centre.widget(), &SyncCentreDialog::followUpRequested);
    centre.presses(Qt::Key_2);
    QCOMPARE(asked.size(), 1);
    const auto refused = asked[0][0].value<RefusedFollowUp>();
    QCOMPARE(refused.followUp.text, u"typed on the metro"_s);
    QCOMPARE(refused.followUp.customer, world.customer.id);
    QCOMPARE(world.refusedEdits(), 1); // the box has not been saved
}

void SyncCentreTest::whatWasTypedCanBeCopied()
{
    CentreWorld world;
    world.followUpIsRefused(u"typed on the metro"_s);
    CentrePage centre(world);
    QVERIFY(centre.buttons().contains(u"Copy the text"_s));
    QVERIFY(centre.words().contains(u"typed on the metro"_s));
}

void SyncCentreTest::wordsAreDiscardedAfterAQuestionOnly()
{
    CentreWorld world;
    world.followUpIsRefused(u"typed on the metro"_s);
    CentrePage centre(world);
    centre.presses(Qt::Key_3);
    QCOMPARE(world.questions.asked.size(), 1);
    QCOMPARE(world.questions.asked[0].weight, Weight::Losing);
    QCOMPARE(world.refusedEdits(), 1);
    world.questions.willAnswer(true);
    centre.presses(Qt::Key_3);
    QCOMPARE(world.refusedEdits(), 0);
    QVERIFY(centre.isEmpty());
}

void SyncCentreTest::waitingEditsNeedNothing()
{
    CentreWorld world;
    world.cityWaits(u"济南"_s);
    CentrePage centre(world);
    QVERIFY(centre.words().contains(u"City: 济南"_s));
    centre.presses(Qt::Key_1);
    centre.presses(Qt::Key_3);
    QCOMPARE(world.store.outboxCount(), 1);
    QVERIFY(world.questions.asked.isEmpty());
}

void SyncCentreTest::aWaitingMoveDoesNotListWhatStaysEmpty()
{
    CentreWorld world;
    Opportunity card{.id = world.store.newId<Opportunity>(), .customer = world.customer.id};
    QVERIFY(world.store.apply({createMutation(card)}).ok());
    const auto move = Change<Opportunity>(card.id, card.customer)
                          .set(&Opportunity::stage, world.store.newId<Stage>())
                          .mutation();
    QVERIFY(world.store.apply({move}).ok());
    CentrePage centre(world);
    QVERIFY(centre.words().contains(u"Stage: "_s));
    QVERIFY(!centre.words().contains(u"Closed"_s));
    QVERIFY(!centre.words().contains(u"Reason of loss"_s));
}

void SyncCentreTest::whoMayNotEditTheFamilyDoesNotDecide()
{
    CentreWorld world;
    world.context.viewer.user = world.store.ids().next(); // somebody else now
    const Conflict phone = world.isDisputed(u"phone"_s, phones());
    CentrePage centre(world);
    centre.presses(Qt::Key_1);
    QVERIFY(!centre.canApply());
    centre.presses(Qt::Key_Return);
    QVERIFY(!world.store.find(phone.id)->resolved);
}

void SyncCentreTest::theAuthorIsToldOfARefusalAtOnce()
{
    CentreWorld world;
    world.cityIsRefused(u"济南"_s, ErrorCode::Forbidden);
    RefusalWatch watch(world.context); // begins after the first one
    QSignalSpy told(&watch, &RefusalWatch::refused);
    world.cityIsRefused(u"西安"_s, ErrorCode::Forbidden);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toString(), u"陈静: Your role may not change this."_s);
    world.cityIsRefused(u"武昌"_s, ErrorCode::Forbidden);
    QCOMPARE(told.size(), 2);
}

void SyncCentreTest::whoDecidedTooLateIsToldAtOnce()
{
    CentreWorld world;
    const Conflict early = world.isDisputed(u"phone"_s, phones());
    const Conflict late = world.isDisputed(u"relation"_s, relations());
    RefusalWatch watch(world.context);
    QSignalSpy told(&watch, &RefusalWatch::overtaken);
    CentrePage centre(world);
    centre.presses(Qt::Key_1);
    centre.presses(Qt::Key_2);
    centre.presses(Qt::Key_Return);
    world.decisionGaveWay(late, world.customer.id); // somebody else's words are not ours
    QCOMPARE(told.size(), 0);
    world.decisionGaveWay(late, {});
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toString(), u"陈静: 王老师 decided this already."_s);
    world.decisionGaveWay(late, {}); // told once
    QCOMPARE(told.size(), 1);
    RefusalWatch afterRestart(world.context);
    QSignalSpy toldLater(&afterRestart, &RefusalWatch::overtaken);
    world.decisionGaveWay(early, {});
    QCOMPARE(toldLater.size(), 1);
}

void SyncCentreTest::theReasonStandsAboveEverything()
{
    CentreWorld world;
    CentrePage centre(world);
    const QString reason = u"The server cannot be reached."_s;
    const auto shown = [&] {
        const auto labels = centre.widget().findChildren<QLabel*>();
        return std::ranges::any_of(labels,
            [&](const QLabel* label) { return label->isVisible() && label->text() == reason; });
    };
    QVERIFY(!shown());
    centre.widget().setReason(reason);
    QVERIFY(shown());
    centre.widget().setReason({});
    QVERIFY(!shown());
}

void SyncCentreTest::theTimelineMarksWhatCameSecond()
{
    CentreWorld world;
    HistoryEntry entry{.id = world.store.newId<HistoryEntry>(), .customer = world.customer.id};
    entry.action = HistoryAction::Lost;
    entry.changes = {{u"city"_s, QJsonArray{u"武汉"_s, u"济南"_s}}};
    entry.author = world.colleague.id;
    const TimelineText text = timelineText(
        {TimelineKind::GaveWay, world.store.clock().now(), entry.id, entry, RecordKind::Customer},
        entry.customer, world.context);
    QCOMPARE(text.title, u"City"_s);
    QCOMPARE(text.badge, u"Came second"_s);
    QCOMPARE(text.body, u"«济南» gave way to «武汉»"_s);
    QCOMPARE(text.detail, u"王老师"_s);
}

HOMEROOM_TEST_MAIN(SyncCentreTest)
#include "synccentretest.moc"
