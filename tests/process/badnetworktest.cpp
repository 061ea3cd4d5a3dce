// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/messages.h"
#include "tests/support/networkclient.h"
#include "tests/support/shapingproxy.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int edits = 30;

QByteArray bytesOf(QLatin1StringView path)
{
    return QByteArray(path.data(), path.size());
}

/// How many sockets a process has open; -1 where the system does not say.
qsizetype openSockets(qint64 process)
{
    const QDir folder(u"/proc/%1/fd"_s.arg(process));
    if (!folder.exists())
        return -1;
    const QFileInfoList entries =
        folder.entryInfoList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    return std::ranges::count_if(entries,
        [](const QFileInfo& entry) { return entry.symLinkTarget().contains(u"socket:"_s); });
}

} // namespace

/// A real server, the real engine over a real transport, and a line between them that does what
/// lines do: whatever happens on it, both sides end with the same families, each of them once.
class BadNetworkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void slowBodiesArrive();
    void whatGoesWrongOnTheWayIsTriedAgain_data();
    void whatGoesWrongOnTheWayIsTriedAgain();
    void aPageInsteadOfASignInIsNoAnswer();
    void whoLeavesWhileWaitingIsForgotten_data();
    void whoLeavesWhileWaitingIsForgotten();

private:
    /// Families made by the client without a network.
    QStringList work(NetworkClient& client);
    /// What a new client without a bad line gets.
    QStringList onServer();
    QByteArray waitPath() const { return bytesOf(route::wait) + "?mark="; }

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    DemoUser m_tutor;
    int m_made = 0;
};

void BadNetworkTest::initTestCase()
{
    QCOMPARE(m_server.demo(11).code, 0);
    QVERIFY(m_server.start());
    m_tutor = m_server.first(u"tutor"_s);
}

void BadNetworkTest::cleanupTestCase()
{
    QCOMPARE(m_server.stop(), 0);
    QCOMPARE(m_server.run({u"check"_s}).code, 0);
}

QStringList BadNetworkTest::work(NetworkClient& client)
{
    QStringList names;
    for (int i = 0; i < edits; ++i) {
        names.append(u"made %1"_s.arg(++m_made));
        client.create(names.last());
    }
    return names;
}

QStringList BadNetworkTest::onServer()
{
    NetworkClient fresh(m_server.url());
    return fresh.join(m_tutor) ? fresh.families() : QStringList();
}

void BadNetworkTest::slowBodiesArrive()
{
    ShapingProxy proxy(m_server.port(), {20, 40'000});
    NetworkClient client(proxy.url());
    QVERIFY(client.join(m_tutor));
    QStringList expected = client.families();
    expected += work(client);
    expected.sort();
    QVERIFY(client.sync());
    QCOMPARE(client.families(), expected);
    QCOMPARE(onServer(), expected);
}

void BadNetworkTest::whatGoesWrongOnTheWayIsTriedAgain_data()
{
    QTest::addColumn<Mishap>("mishap");
    const auto row = [](const char* name, QLatin1StringView path, Mishap::Kind kind,
                         qint64 bytes = 0) {
        QTest::newRow(name) << Mishap{bytesOf(path), kind, bytes, 2};
    };
    row("a page for a push", route::push, Mishap::HtmlPage);
    row("a page for a pull", route::pull, Mishap::HtmlPage);
    row("a page for a wait", route::wait, Mishap::HtmlPage);
    row("a page for a refresh", route::refresh, Mishap::HtmlPage);
    row("a push cut in its headers", route::push, Mishap::CutRequest, 100);
    row("a push cut in its body", route::push, Mishap::CutRequest, 900);
    row("a pull cut in its headers", route::pull, Mishap::CutRequest, 50);
    row("a lost answer to a push", route::push, Mishap::CutAnswer);
    row("a lost answer to a pull", route::pull, Mishap::CutAnswer);
    row("a lost answer to a wait", route::wait, Mishap::CutAnswer);
    row("a lost answer to a refresh", route::refresh, Mishap::CutAnswer);
    row("an answer to a push cut in its headers", route::push, Mishap::CutAnswer, 60);
    row("an answer to a push cut in its body", route::push, Mishap::CutAnswerBody, 20);
    row("an answer to a pull cut in its headers", route::pull, Mishap::CutAnswer, 60);
    row("an answer to a pull cut in its body", route::pull, Mishap::CutAnswerBody, 20);
}

void BadNetworkTest::whatGoesWrongOnTheWayIsTriedAgain()
{
    QFETCH(Mishap, mishap);
    ShapingProxy proxy(m_server.port());
    NetworkClient client(proxy.url());
    QVERIFY(client.join(m_tutor));
    client.engine().stop();
    QStringList expected = client.families();
    expected += work(client);
    expected.sort();
    proxy.befall(mishap);
    client.restart();
    QTRY_VERIFY_WITH_TIMEOUT(proxy.isCalm(), programPatience);
    QVERIFY(client.sync());
    QCOMPARE(client.families(), expected);
    QCOMPARE(client.status().counts.attention, 0);
    QCOMPARE(client.status().counts.conflicts, 0);
    QCOMPARE(onServer(), expected);
}

void BadNetworkTest::aPageInsteadOfASignInIsNoAnswer()
{
    ShapingProxy proxy(m_server.port());
    NetworkClient client(proxy.url());
    proxy.befall({bytesOf(route::signIn)});
    QCOMPARE(client.signIn(m_tutor).error().code, ErrorCode::Unavailable);
    QVERIFY(client.join(m_tutor));
}

void BadNetworkTest::whoLeavesWhileWaitingIsForgotten_data()
{
    QTest::addColumn<bool>("saysGoodbye");
    QTest::newRow("closes") << true;
    QTest::newRow("vanishes") << false;
}

void BadNetworkTest::whoLeavesWhileWaitingIsForgotten()
{
    QFETCH(bool, saysGoodbye);
    constexpr int leaving = 6;
    const qsizetype before = openSockets(m_server.processId());
    if (before < 0)
        QSKIP("this system does not tell how many sockets a process has");
    std::vector<std::unique_ptr<NetworkClient>> clients;
    ShapingProxy proxy(m_server.port());
    for (int i = 0; i < leaving; ++i) {
        clients.push_back(std::make_unique<NetworkClient>(proxy.url()));
        QVERIFY(clients.back()->join(m_tutor));
    }
    QTRY_COMPARE_WITH_TIMEOUT(proxy.pending(waitPath()), leaving, programPatience);
    if (saysGoodbye)
        clients.clear();
    else
        proxy.vanish();
    {
        NetworkClient staying(m_server.url());
        QVERIFY(staying.join(m_tutor));
        work(staying);
        QVERIFY(staying.sync());
    }
    // Their places are free as soon as there was something to tell them.
    QTRY_VERIFY_WITH_TIMEOUT(openSockets(m_server.processId()) <= before, programPatience);
}

HOMEROOM_TEST_MAIN(BadNetworkTest)
#include "badnetworktest.moc"
