// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/syncstate.h"
#include "server/rules/commands.h"
#include "sync/syncplan.h"
#include "tests/support/decryptedpages.h"
#include "tests/support/testmain.h"
#include "tests/support/tutorandlead.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// What becomes of a computer whose user is deactivated.
class DeactivatedTest : public QObject, private TutorAndLead {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anOpenClientGivesUpItsFamiliesAndKnowsWhy();
    void withinTwoWeeksWhatWaitedIsStillSent();
    void laterTheFamiliesGoAndTheEditsStay();
    void nothingIsAskedOnceTheServerHasSaidNo();
    void openedAgainItGoesOnWhereItStopped_data();
    void openedAgainItGoesOnWhereItStopped();
    void whoIsMerelySignedOutKeepsEverything();

private:
    void setActive(bool active);
    bool knows();
    void note(const QString& text);
    /// Both computers are off.
    void sleepFor(Milliseconds time);

    Id<Customer> m_family{};
};

void DeactivatedTest::init()
{
    begin();
    m_family = m_tutor->create(u"Li Lei"_s);
    m_world->time.run(secondMs);
    QCOMPARE(m_tutor->status().activity, SyncActivity::Idle);
    QVERIFY(!knows());
}

void DeactivatedTest::setActive(bool active)
{
    Commands commands(m_world->server.parts());
    const RecordId user = m_world->server.idOf(u"a1"_s);
    if (!active) {
        QVERIFY(commands.deactivate(m_world->server.callerOf(u"admin"_s), user).ok());
        return;
    }
    TestDevice admin = m_world->server.device(u"admin"_s);
    Change<User> change{Id<User>(user), user};
    change.set(&User::active, true);
    QCOMPARE(m_world->server.push(admin, change.mutation()).kind, OutcomeKind::Applied);
}

bool DeactivatedTest::knows()
{
    const auto read = m_tutor->reader().read(
        [](Database& database) { return SyncState(database).deactivated(); });
    return read.ok() && *read;
}

void DeactivatedTest::sleepFor(Milliseconds time)
{
    m_tutor->engine().stop();
    m_lead->engine().stop();
    m_world->time.run(time);
    m_tutor->engine().start();
    m_lead->engine().start();
    m_world->time.run(minuteMs);
}

void DeactivatedTest::note(const QString& text)
{
    const FollowUp followUp{
        .id = Id<FollowUp>(m_world->server.newId()), .customer = m_family, .text = text};
    QVERIFY(m_tutor->apply({createMutation(followUp)}).ok());
}

void DeactivatedTest::anOpenClientGivesUpItsFamiliesAndKnowsWhy()
{
    setActive(false);
    m_world->time.run(secondMs);
    QVERIFY(knows());
    QVERIFY(!m_tutor->find(m_family));
    const int pulls = m_tutor->network().count(route::pull);
    const int waits = m_tutor->network().count(route::wait);
    m_world->time.run(hourMs);
    // It hears at once when the account is opened again, and asks for nothing else.
    QCOMPARE(m_tutor->network().count(route::pull), pulls);
    const int listened = m_tutor->network().count(route::wait) - waits;
    QVERIFY2(listened <= 75, qPrintable(QString::number(listened))); // held for 55 s each
    m_tutor->restart();
    QVERIFY(knows());
}

void DeactivatedTest::withinTwoWeeksWhatWaitedIsStillSent()
{
    m_tutor->engine().stop();
    note(u"typed on the metro"_s);
    m_tutor->create(u"Han Mei"_s);
    setActive(false);
    sleepFor(13 * dayMs);
    QVERIFY(knows());
    QCOMPARE(m_tutor->status().counts.waiting, 0);
    QCOMPARE(m_tutor->status().counts.attention, 1); // the new family
    QVERIFY(m_lead->records().contains(u"typed on the metro"_s));
}

void DeactivatedTest::laterTheFamiliesGoAndTheEditsStay()
{
    m_tutor->engine().stop();
    note(u"typed too late"_s);
    setActive(false);
    QVERIFY(m_tutor->find(m_family).has_value());
    sleepFor(15 * dayMs);
    QVERIFY(knows());
    QVERIFY(!m_tutor->find(m_family));
    QCOMPARE(m_tutor->status().counts.waiting, 1);
    QCOMPARE(m_tutor->status().activity, SyncActivity::SignInNeeded);
    QVERIFY(syncplan::isDeactivated(*m_tutor->status().problem));
    // No byte of the family is left but what was typed and has had no answer.
    const QByteArray pages = decryptedPages(m_tutor->options());
    QVERIFY(!pages.contains("Li Lei"));
    QVERIFY(pages.contains("typed too late"));
}

void DeactivatedTest::nothingIsAskedOnceTheServerHasSaidNo()
{
    setActive(false);
    sleepFor(15 * dayMs);
    QCOMPARE(m_tutor->status().activity, SyncActivity::SignInNeeded);
    const auto asked = [this] {
        int sum = 0;
        for (const auto path : {route::pull, route::push, route::wait, route::refresh})
            sum += m_tutor->network().count(path);
        return sum;
    };
    const int before = asked();
    m_world->time.run(hourMs);
    QCOMPARE(asked(), before);
    m_tutor->engine().syncNow();
    m_world->time.run(minuteMs);
    QVERIFY(asked() > before);
    QCOMPARE(m_tutor->status().activity, SyncActivity::SignInNeeded);
}

void DeactivatedTest::openedAgainItGoesOnWhereItStopped_data()
{
    QTest::addColumn<Milliseconds>("away");
    QTest::newRow("within two weeks") << Milliseconds(dayMs);
    QTest::newRow("later") << Milliseconds(15 * dayMs);
}

void DeactivatedTest::openedAgainItGoesOnWhereItStopped()
{
    QFETCH(Milliseconds, away);
    setActive(false);
    sleepFor(away);
    QVERIFY(knows());
    QVERIFY(!m_tutor->find(m_family));
    setActive(true);
    if (m_tutor->status().activity == SyncActivity::SignInNeeded)
        m_tutor->engine().syncNow();
    m_world->time.run(minuteMs);
    QVERIFY(!knows());
    QCOMPARE(m_tutor->nameOf(m_family), u"Li Lei"_s);
    QCOMPARE(m_tutor->status().activity, SyncActivity::Idle);
}

void DeactivatedTest::whoIsMerelySignedOutKeepsEverything()
{
    const auto revoked =
        m_world->server.storage->write([&](WriteTransaction& transaction) -> Result<void> {
            transaction.revokeUser(m_world->server.idOf(u"a1"_s));
            return {};
        });
    QVERIFY(revoked.ok());
    m_tutor->engine().syncNow();
    m_world->time.run(minuteMs);
    QCOMPARE(m_tutor->status().activity, SyncActivity::SignInNeeded);
    QVERIFY(!m_tutor->session().isSignedIn());
    QVERIFY(!knows());
    QVERIFY(m_tutor->find(m_family).has_value());
}

HOMEROOM_TEST_MAIN(DeactivatedTest)
#include "deactivatedtest.moc"
