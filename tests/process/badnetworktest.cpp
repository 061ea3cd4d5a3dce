// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/synccentrequery.h"
#include "sync/protocol/messages.h"
#include "tests/support/networkclient.h"
#include "tests/support/randomseed.h"
#include "tests/support/rawclient.h"
#include "tests/support/shapingproxy.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

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
    void cutsFallAnywhere_data();
    void cutsFallAnywhere();
    void whatGoesWrongOnTheWayIsTriedAgain_data();
    void whatGoesWrongOnTheWayIsTriedAgain();
    void aPageInsteadOfASignInIsNoAnswer();
    void whoLeavesWhileWaitingIsForgotten_data();
    void whoLeavesWhileWaitingIsForgotten();

private:
    /// Families made by the client without a network.
    QStringList work(NetworkClient& client);
    /// Another client's families, one for each wait that is to be answered.
    QStringList wakeUntilCalm(ShapingProxy& proxy);
    /// What a new client without a bad line gets.
    QStringList onServer();
    QByteArray waitPath() const { return bytesOf(route::wait) + "?mark="; }

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    DemoUser m_tutor;
    const quint32 m_seed = randomSeed();
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

QStringList BadNetworkTest::wakeUntilCalm(ShapingProxy& proxy)
{
    QStringList names;
    NetworkClient other(m_server.url());
    if (!other.join(m_tutor))
        return {};
    while (!proxy.isCalm()) {
        const size_t before = proxy.cuts().size();
        if (!QTest::qWaitFor([&] { return proxy.pending(waitPath()) > 0; }, programPatience))
            return {};
        names.append(u"made %1"_s.arg(++m_made));
        other.create(names.last());
        if (!other.sync()
            || !QTest::qWaitFor([&] { return proxy.cuts().size() > before; }, programPatience))
            return {};
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

void BadNetworkTest::cutsFallAnywhere_data()
{
    QTest::addColumn<Mishap::Kind>("kind");
    QTest::addColumn<Mishap::Part>("part");
    QTest::newRow("a request's headers") << Mishap::CutRequest << Mishap::Headers;
    QTest::newRow("a request's body") << Mishap::CutRequest << Mishap::Body;
    QTest::newRow("an answer's headers") << Mishap::CutAnswer << Mishap::Headers;
    QTest::newRow("an answer's body") << Mishap::CutAnswer << Mishap::Body;
}

// Of the proxy itself: what the other tests say of cuts rests on this.
void BadNetworkTest::cutsFallAnywhere()
{
    QFETCH(Mishap::Kind, kind);
    QFETCH(Mishap::Part, part);
    constexpr int times = 40;
    TestServer server;
    ShapingProxy proxy(server.port(), {}, m_seed);
    proxy.befall({"/echo", kind, part, times});
    const quint16 port = quint16(QUrl(proxy.url()).port());
    {
        RawClient early(port);
        early.get("/say/a"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(early.response().status, 200, patience);
        early.send("POST /echo HT"_ba); // who only began has not met it
    }
    QSet<qint64> places;
    for (int i = 0; i < times; ++i) {
        QVERIFY(!proxy.isCalm());
        RawClient client(port);
        client.post("/echo"_ba, QByteArray(4000, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), patience);
        QCOMPARE(client.response().status, 0);
        QCOMPARE(qsizetype(proxy.cuts().size()), qsizetype(i + 1));
        const Cut cut = proxy.cuts().back();
        QVERIFY(part == Mishap::Headers ? cut.passed < cut.headers : cut.passed >= cut.headers);
        QVERIFY(cut.passed < cut.whole);
        places.insert(cut.passed);
    }
    QVERIFY(proxy.isCalm());
    QVERIFY(places.size() > times / 4);
}

void BadNetworkTest::whatGoesWrongOnTheWayIsTriedAgain_data()
{
    QTest::addColumn<Mishap>("mishap");
    const auto row = [](const QString& name, QLatin1StringView path, Mishap::Kind kind,
                         Mishap::Part part = Mishap::Start) {
        // Twice where it is the same each time: what helps once might not help again.
        const int times = part == Mishap::Start ? 2 : 1;
        QTest::newRow(qPrintable(name)) << Mishap{bytesOf(path), kind, part, times};
    };
    for (const auto& path : {route::push, route::pull, route::wait, route::refresh}) {
        const QString name = path.sliced(path.lastIndexOf(u'/') + 1);
        row(u"a page for a "_s + name, path, Mishap::HtmlPage);
        row(u"a lost answer to a "_s + name, path, Mishap::CutAnswer);
        row(name + u" cut in the headers"_s, path, Mishap::CutRequest, Mishap::Headers);
        if (path != route::wait) // has none
            row(name + u" cut in the body"_s, path, Mishap::CutRequest, Mishap::Body);
        row(name + u"'s answer cut in the headers"_s, path, Mishap::CutAnswer, Mishap::Headers);
        row(name + u"'s answer cut in the body"_s, path, Mishap::CutAnswer, Mishap::Body);
    }
}

void BadNetworkTest::whatGoesWrongOnTheWayIsTriedAgain()
{
    QFETCH(Mishap, mishap);
    ShapingProxy proxy(m_server.port(), {}, m_seed);
    NetworkClient client(proxy.url());
    QVERIFY(client.join(m_tutor));
    client.engine().stop();
    QStringList expected = client.families();
    expected += work(client);
    expected.sort();
    proxy.befall(mishap);
    client.restart();
    if (mishap.path == bytesOf(route::wait) && mishap.kind == Mishap::CutAnswer) {
        expected += wakeUntilCalm(proxy);
        expected.sort();
    }
    if (mishap.path == bytesOf(route::pull)) {
        // The edits bring their page along: only a session without any pulls.
        QTRY_COMPARE_WITH_TIMEOUT(client.status().counts.waiting, 0, programPatience);
        client.engine().syncNow();
    }
    QTRY_VERIFY_WITH_TIMEOUT(proxy.isCalm(), programPatience);
    QCOMPARE(qsizetype(proxy.cuts().size()), mishap.kind == Mishap::HtmlPage ? 0 : mishap.times);
    QVERIFY(client.sync());
    QCOMPARE(client.families(), expected);
    QCOMPARE(client.status().counts.attention, 0);
    QCOMPARE(*client.reader().read(countToDecide), 0);
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
    HOMEROOM_REQUIRE(before >= 0, "the system does not tell how many sockets a process has");
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
