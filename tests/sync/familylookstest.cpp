// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accesslog.h"
#include "models/store/outbox.h"
#include "models/store/timelinequery.h"
#include "tests/support/testmain.h"
#include "tests/support/tutorandlead.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// A lead's look reaches the tutor whose family it is.
class FamilyLooksTest : public QObject, private TutorAndLead {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void theTutorSeesWhoLooked();
    void aLookWithoutANetworkIsSentLater();
    void bothMachinesOfALeadWriteOne();

private:
    Id<Customer> family();
    void look(TestClient& client, const RecordId& family);
    static std::vector<FamilyAccess> looks(TestClient& client, const RecordId& family)
    {
        return familyRecords<FamilyAccess>(client.reader(), family);
    }
};

Id<Customer> FamilyLooksTest::family()
{
    const Id<Customer> id = m_tutor->create(u"Li Lei"_s);
    m_world->time.run(secondMs);
    return id;
}

void FamilyLooksTest::look(TestClient& client, const RecordId& family)
{
    const Result<EditReceipt> written = logFamilyAccess(client.store(),
        {family, client.session().account().viewer, client.clock().now(),
            QTimeZone("Asia/Shanghai")})
                                            .result();
    QVERIFY(written.ok());
}

void FamilyLooksTest::theTutorSeesWhoLooked()
{
    const Id<Customer> id = family();
    look(*m_lead, id);
    look(*m_tutor, id); // their own: nothing
    m_world->time.run(secondMs);
    const auto seen = looks(*m_tutor, id);
    QCOMPARE(seen.size(), size_t(1));
    QCOMPARE(RecordId(seen.front().author), m_world->server.idOf(u"leadA"_s));
    QCOMPARE(readTimeline(m_tutor->reader(), id, 10).entries.front().kind, TimelineKind::Opened);
    QCOMPARE(Outbox(m_lead->reader()).counts().waiting, 0);
    QCOMPARE(looks(*m_lead, id), seen);
}

void FamilyLooksTest::aLookWithoutANetworkIsSentLater()
{
    const Id<Customer> id = family();
    m_lead->network().setOnline(false);
    m_world->time.run(secondMs);
    look(*m_lead, id);
    m_world->time.run(minuteMs);
    QVERIFY(looks(*m_tutor, id).empty());
    QCOMPARE(m_lead->status().counts.told(), 0);
    m_lead->network().setOnline(true);
    m_world->time.run(6 * minuteMs);
    QCOMPARE(looks(*m_tutor, id).size(), size_t(1));
}

void FamilyLooksTest::bothMachinesOfALeadWriteOne()
{
    const Id<Customer> id = family();
    TestClient laptop(*m_world, u"leadA"_s);
    laptop.signIn();
    laptop.network().setOnline(false);
    m_world->time.run(secondMs);
    look(*m_lead, id);
    look(laptop, id);
    laptop.network().setOnline(true);
    m_world->time.run(6 * minuteMs);
    QCOMPARE(looks(*m_tutor, id).size(), size_t(1));
    QCOMPARE(looks(laptop, id), looks(*m_tutor, id));
    QCOMPARE(Outbox(laptop.reader()).counts(), OutboxCounts());
}

HOMEROOM_TEST_MAIN(FamilyLooksTest)
#include "familylookstest.moc"
