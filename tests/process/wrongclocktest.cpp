// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outbox.h"
#include "tests/support/networkclient.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// A real server, and a computer whose clock is wrong by thirty days or is set between two syncs:
/// its time decides soft conflicts while it is known to be right, and nothing else (sync.md I16).
class WrongClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void aConstantErrorIsMeasured_data();
    void aConstantErrorIsMeasured();
    void aJumpWinsNothing_data() { aConstantErrorIsMeasured_data(); }
    void aJumpWinsNothing();
    void orderIsTheServers_data() { aConstantErrorIsMeasured_data(); }
    void orderIsTheServers();

private:
    bool edit(NetworkClient& client, const QString& step, const QString& name);
    /// Both are offline; the second to sync meets what the first one wrote.
    void meet(NetworkClient& first, NetworkClient& second);
    /// Whether both and a new computer hold the same.
    bool allEqual();
    QString step() { return m_lead->find(m_family)->nextStep; }
    QString name() { return m_lead->find(m_family)->name; }
    bool tutorsEditIsTrusted();
    /// About this family.
    int conflicts(NetworkClient& client);

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    DemoUser m_tutorUser;
    DemoUser m_leadUser;
    std::unique_ptr<NetworkClient> m_tutor;
    std::unique_ptr<NetworkClient> m_lead;
    Id<Customer> m_family;
};

void WrongClockTest::initTestCase()
{
    QCOMPARE(m_server.demo(14).code, 0);
    QVERIFY(m_server.start());
    m_tutorUser = m_server.first(u"tutor"_s);
    m_leadUser = m_server.beside(m_tutorUser, u"lead"_s);
}

void WrongClockTest::cleanupTestCase()
{
    QCOMPARE(m_server.stop(), 0);
    QCOMPARE(m_server.run({u"check"_s}).code, 0);
}

void WrongClockTest::init()
{
    m_tutor = std::make_unique<NetworkClient>(m_server.url());
    m_lead = std::make_unique<NetworkClient>(m_server.url());
    QVERIFY(m_lead->join(m_leadUser));
}

bool WrongClockTest::edit(NetworkClient& client, const QString& step, const QString& name)
{
    return client
        .apply({Change<Customer>(m_family, m_family)
                    .set(&Customer::nextStep, step)
                    .set(&Customer::name, name)
                    .mutation()})
        .ok();
}

void WrongClockTest::meet(NetworkClient& first, NetworkClient& second)
{
    for (NetworkClient* client : {&first, &second, &first}) {
        client->engine().start();
        QVERIFY(client->sync());
        client->engine().stop();
        QCOMPARE(client->status().counts.attention, 0);
    }
}

bool WrongClockTest::allEqual()
{
    NetworkClient fresh(m_server.url());
    if (!fresh.join(m_leadUser))
        return false;
    const bool equal = fresh.records() == m_lead->records();
    const std::optional<Customer> tutors = m_tutor->find(m_family);
    return equal && tutors && tutors->nextStep == step() && tutors->name == name()
        && m_tutor->outboxCount() == 0 && m_lead->outboxCount() == 0;
}

bool WrongClockTest::tutorsEditIsTrusted()
{
    Statement good = m_tutor->reader().statement(
        "SELECT count(*) FROM outbox WHERE json_extract(mutation, '$.clock') = 'ok'");
    return good.step() && good.integer(0) == 1;
}

int WrongClockTest::conflicts(NetworkClient& client)
{
    const std::vector<Conflict> all = listRecords<Conflict>(client.reader());
    return int(std::ranges::count(all, m_family, &Conflict::customer));
}

void WrongClockTest::aConstantErrorIsMeasured_data()
{
    QTest::addColumn<Milliseconds>("wrong");
    QTest::newRow("30 days ahead") << 30 * dayMs;
    QTest::newRow("30 days back") << -30 * dayMs;
}

void WrongClockTest::aConstantErrorIsMeasured()
{
    QFETCH(Milliseconds, wrong);
    m_tutor->setClockError(wrong);
    QVERIFY(m_tutor->join(m_tutorUser));
    m_family = m_tutor->create(u"Li"_s);
    QVERIFY(m_tutor->sync());
    QVERIFY(m_lead->sync());
    m_tutor->engine().stop();
    m_lead->engine().stop();
    QVERIFY(edit(*m_lead, u"the lead's, first"_s, u"Li Lei"_s));
    // A few minutes are no fault; to the server it is the present when it comes.
    m_tutor->setClockError(wrong + 5 * minuteMs);
    QVERIFY(edit(*m_tutor, u"the tutor's, later"_s, u"Li Wei"_s));
    QVERIFY(tutorsEditIsTrusted());
    meet(*m_tutor, *m_lead);
    // Later wins, although it came first; the guarded name is for people to decide.
    QCOMPARE(step(), u"the tutor's, later"_s);
    QCOMPARE(name(), u"Li Wei"_s);
    QCOMPARE(conflicts(*m_lead), 1);
    QVERIFY(allEqual());
}

void WrongClockTest::aJumpWinsNothing()
{
    QFETCH(Milliseconds, wrong);
    QVERIFY(m_tutor->join(m_tutorUser));
    m_family = m_tutor->create(u"Li"_s);
    QVERIFY(m_tutor->sync());
    QVERIFY(m_lead->sync());
    m_tutor->engine().stop();
    m_lead->engine().stop();
    QVERIFY(edit(*m_lead, u"the lead's"_s, u"Li Lei"_s));
    m_tutor->setClockError(wrong);
    QVERIFY(edit(*m_tutor, u"the tutor's, later"_s, u"Li Wei"_s));
    meet(*m_lead, *m_tutor);
    QCOMPARE(step(), u"the lead's"_s);
    QCOMPARE(name(), u"Li Lei"_s);
    QCOMPARE(conflicts(*m_tutor), 1);
    QVERIFY(allEqual());
    // Nothing of what was typed is gone.
    QVERIFY(m_tutor->records().contains(u"the tutor's, later"_s));
    // The sync has put the clock right.
    QVERIFY(edit(*m_tutor, u"with a good clock"_s, u"Li Lei"_s));
    QVERIFY(tutorsEditIsTrusted());
    meet(*m_tutor, *m_lead);
    QCOMPARE(step(), u"with a good clock"_s);
}

void WrongClockTest::orderIsTheServers()
{
    QFETCH(Milliseconds, wrong);
    QVERIFY(m_tutor->join(m_tutorUser));
    m_family = m_tutor->create(u"Li"_s);
    QVERIFY(m_tutor->sync());
    QVERIFY(m_lead->sync());
    // One after the other, each seen by the other: no conflict, whatever the clocks say.
    Milliseconds error = 0;
    for (int i = 0; i < 6; ++i) {
        NetworkClient& writer = i % 2 ? *m_lead : *m_tutor;
        NetworkClient& reader = i % 2 ? *m_tutor : *m_lead;
        error = error == 0 ? wrong : 0;
        m_tutor->setClockError(error);
        const QString text = u"edit %1"_s.arg(i);
        QVERIFY(edit(writer, text, text));
        QVERIFY(writer.sync());
        QVERIFY(reader.sync());
        QCOMPARE(reader.find(m_family)->nextStep, text);
        QCOMPARE(reader.find(m_family)->name, text);
    }
    QCOMPARE(conflicts(*m_tutor), 0);
    QCOMPARE(conflicts(*m_lead), 0);
    QVERIFY(allEqual());
}

HOMEROOM_TEST_MAIN(WrongClockTest)
#include "wrongclocktest.moc"
