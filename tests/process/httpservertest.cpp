// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"
#include "tests/support/rawclient.h"
#include "tests/support/testcertificate.h"
#include "tests/support/testmain.h"

#include <QSslCertificate>
#include <QSslSocket>
#include <QTimer>

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Generous, because it is only waited for in full when the test fails.
constexpr int patience = 20'000;

HttpResponse words(const QByteArray& text)
{
    return {200, {{"Content-Type"_ba, "text/plain"_ba}}, text};
}

/// A server with a route for each behaviour a client can meet.
class TestServer {
public:
    explicit TestServer(const HttpLimits& limits = {}, unsigned threads = 2,
        std::chrono::milliseconds parkTime = longestPark)
        : TestServer(HttpOptions{u"127.0.0.1"_s, 0, threads, {}, {}, limits}, parkTime)
    {
    }
    explicit TestServer(HttpOptions options, std::chrono::milliseconds parkTime = longestPark)
        : m_router(routes(parkTime)), server(m_router, std::move(options)), m_port(server.start())
    {
    }

    quint16 port() const { return m_port.ok() ? *m_port : quint16(0); }
    int calls() const { return m_calls; }
    qsizetype parkedCount()
    {
        const std::lock_guard lock(m_mutex);
        return qsizetype(m_parked.size());
    }
    std::vector<Parked> takeParked()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_parked, {});
    }

private:
    Router routes(std::chrono::milliseconds parkTime)
    {
        Router router;
        router.add("GET"_ba, u"/say/{word}"_s, [this](const HttpRequest& request) {
            ++m_calls;
            return words((
                request.parameters.value(u"word"_s) + request.query.value(u"mark"_s) + request.peer)
                             .toUtf8());
        });
        router.add("POST"_ba, u"/size"_s, [this](const HttpRequest& request) {
            ++m_calls;
            return words(QByteArray::number(request.body.size()) + request.body.left(3));
        });
        router.add("GET"_ba, u"/large/{kilobytes}"_s, [](const HttpRequest& request) {
            return words(QByteArray(request.parameters.value(u"kilobytes"_s).toInt() * 1024, 'x'));
        });
        router.add("GET"_ba, u"/throw"_s,
            [](const HttpRequest&) -> HttpResponse { throw std::runtime_error("broken"); });
        const auto timedOut = [](const HttpRequest& request) {
            return words("waited" + request.query.value(u"mark"_s).toUtf8());
        };
        router.addDeferred("GET"_ba, u"/wait"_s,
            {[this](const HttpRequest&, const Parked& parked) { keep(parked); }, timedOut,
                parkTime});
        router.addDeferred("GET"_ba, u"/wait/no"_s,
            {[](const HttpRequest&, const Parked& parked) { parked.answer(words("at once"_ba)); },
                timedOut, parkTime});
        router.addDeferred("GET"_ba, u"/wait/throw"_s,
            {[](const HttpRequest&, const Parked&) { throw std::runtime_error("broken"); },
                timedOut, parkTime});
        return router;
    }

    void keep(const Parked& parked)
    {
        const std::lock_guard lock(m_mutex);
        m_parked.push_back(parked);
    }

    std::atomic<int> m_calls = 0;
    std::mutex m_mutex;
    std::vector<Parked> m_parked;
    Router m_router;

public:
    HttpServer server;

private:
    Result<quint16> m_port;
};

std::vector<std::unique_ptr<RawClient>> waitingClients(quint16 port, int count)
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        clients.back()->get("/wait"_ba);
    }
    return clients;
}

qsizetype answeredWith(const std::vector<std::unique_ptr<RawClient>>& clients, int status)
{
    return std::ranges::count_if(
        clients, [status](const auto& client) { return client->response().status == status; });
}

} // namespace

class HttpServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersARequest()
    {
        TestServer server;
        RawClient client(server.port());
        client.get("/say/hello%20you?mark=%2B1"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(client.response().status, 200, patience);
        QCOMPARE(client.response().body, "hello you+1127.0.0.1"_ba);
        QCOMPARE(client.response().headers.value("cache-control"), "no-store"_ba);
        QVERIFY(!client.isClosed());
    }

    void answersRequestsSentInOneGoInTheirOrder()
    {
        TestServer server;
        RawClient client(server.port());
        QByteArray all;
        for (int i = 0; i < 50; ++i) {
            all += "GET /say/" + QByteArray::number(i) + "- HTTP/1.1\r\nHost: x\r\n\r\n";
            all += "POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab";
        }
        client.send(all);
        QTRY_COMPARE_WITH_TIMEOUT(client.responses().size(), 100, patience);
        const QList<RawResponse> responses = client.responses();
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(responses.at(2 * i).body, QByteArray::number(i) + "-127.0.0.1");
            QCOMPARE(responses.at(2 * i + 1).body, "2ab"_ba);
        }
    }

    void answersHeadWithoutABody()
    {
        TestServer server;
        RawClient client(server.port());
        client.send("HEAD /say/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"_ba);
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), patience);
        QCOMPARE(client.response().status, 0);
    }

    void compressesForWhoAsks()
    {
        TestServer server;
        RawClient client(server.port());
        client.get("/large/100"_ba, "Accept-Encoding: gzip\r\n"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(client.response().status, 200, patience);
        QCOMPARE(client.response().headers.value("content-encoding"), "gzip"_ba);
        QCOMPARE(client.response().headers.value("vary"), "Accept-Encoding"_ba);
        QVERIFY(client.response().body.size() < 1024);
    }

    void turnsAnExceptionIntoUnavailable()
    {
        TestServer server;
        RawClient client(server.port());
        client.get("/throw"_ba);
        client.get("/wait/throw"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(client.responses().size(), 2, patience);
        for (const RawResponse& response : client.responses())
            QCOMPARE(response.status, 503);
    }

    void takesHeadersUpToTheLimit_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<int>("status");
        QTest::newRow("at the limit") << qsizetype(16 * 1024) << 200;
        QTest::newRow("one byte more") << qsizetype(16 * 1024 + 1) << 431;
        QTest::newRow("more than is buffered") << qsizetype(64 * 1024) << 431;
    }
    void takesHeadersUpToTheLimit()
    {
        QFETCH(qsizetype, size);
        TestServer server;
        RawClient client(server.port());
        const QByteArray begin = "GET /say/a HTTP/1.1\r\nHost: x\r\nX: ";
        client.send(begin + QByteArray(size - begin.size() - 4, 'x') + "\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(client.response().status != 0, patience);
        QTEST(client.response().status, "status");
        QTRY_COMPARE_WITH_TIMEOUT(client.isClosed(), client.response().status != 200, patience);
    }

    void refusesATargetBeyondTheLimit()
    {
        TestServer server;
        RawClient client(server.port());
        client.get("/say/" + QByteArray(20'000, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), patience);
        QCOMPARE(client.response().status, 431);
        QCOMPARE(server.calls(), 0);
    }

    void takesABodyOfExactlyTheLimit()
    {
        TestServer server;
        RawClient client(server.port());
        client.post("/size"_ba, QByteArray(8 * 1024 * 1024, 'b'));
        QTRY_COMPARE_WITH_TIMEOUT(client.response().status, 200, patience);
        QCOMPARE(client.response().body, "8388608bbb"_ba);
    }

    void refusesALargerBodyBeforeReadingIt()
    {
        TestServer server;
        RawClient client(server.port());
        client.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 8388609\r\n\r\n"_ba);
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), patience);
        QCOMPARE(client.response().status, 413);
        QCOMPARE(client.response().headers.value("connection"), "close"_ba);
        QVERIFY(client.response().body.contains("too-large"));
        QCOMPARE(server.calls(), 0);
    }

    void closesWhoSendsMoreThanAllBodiesTogetherMayHold()
    {
        HttpLimits limits;
        limits.bodyBytesTogether = 1'000'000;
        TestServer server(limits, 1);
        RawClient first(server.port());
        first.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n"_ba
            + QByteArray(800'000, 'a'));
        // Both are read by one thread, so the first is read before the second is closed.
        RawClient second(server.port());
        second.post("/size"_ba, QByteArray(950'000, 'b'));
        QTRY_VERIFY_WITH_TIMEOUT(second.isClosed(), patience);
        first.send(QByteArray(100'000, 'a'));
        QTRY_COMPARE_WITH_TIMEOUT(first.response().body, "900000aaa"_ba, patience);
        RawClient third(server.port());
        third.post("/size"_ba, QByteArray(900'000, 'c'));
        QTRY_COMPARE_WITH_TIMEOUT(third.response().body, "900000ccc"_ba, patience);
    }

    void refusesWhatTwoReadersWouldReadDifferently_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QByteArray& headers, int status = 400) {
            QTest::newRow(name) << headers << status;
        };
        row("doubled length", "Content-Length: 3\r\nContent-Length: 3\r\n");
        row("two lengths", "Content-Length: 3\r\nContent-Length: 60\r\n");
        row("negative length", "Content-Length: -3\r\n");
        row("length with a sign", "Content-Length: +3\r\n");
        row("length in words", "Content-Length: three\r\n");
        row("hexadecimal length", "Content-Length: 0x3\r\n");
        row("empty length", "Content-Length:\r\n");
        row("list of lengths", "Content-Length: 3, 3\r\n");
        row("length beyond 64 bits", "Content-Length: 99999999999999999999999\r\n", 413);
        row("greatest length", "Content-Length: 18446744073709551615\r\n", 413);
        row("length and chunks", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n");
        row("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n");
        row("chunks", "Transfer-Encoding: chunked\r\n", 411);
        row("unknown encoding", "Transfer-Encoding: xchunked\r\n", 411);
        row("space before the colon", "Content-Length : 3\r\n");
        row("folded length", "Content-Length:\r\n 3\r\n");
        row("folded header", "X: a\r\n b: c\r\nContent-Length: -1\r\n");
        row("no colon", "Content-Length 3\r\n");
        row("space before the name", " X: y\r\n");
        row("two hosts", "Host: other\r\n");
        row("return in a value", "X: a\rContent-Length: 3\r\n");
    }
    void refusesWhatTwoReadersWouldReadDifferently()
    {
        QFETCH(QByteArray, headers);
        TestServer server;
        RawClient client(server.port());
        client.send("POST /size HTTP/1.1\r\nHost: x\r\n" + headers
            + "\r\nGET /say/smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), patience);
        QVERIFY(!client.responses().isEmpty());
        QTEST(client.responses().first().status, "status");
        QCOMPARE(client.responses().first().headers.value("connection").toLower(), "close"_ba);
        QCOMPARE(server.calls(), 0);
    }

    void closesOnWhatIsNotHttp_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("TLS hello") << "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n"_ba;
        QTest::newRow("no version") << "GET /say/a\r\n\r\n"_ba;
        QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba;
        QTest::newRow("no host") << "GET /say/a HTTP/1.1\r\n\r\n"_ba;
        QTest::newRow("zeros") << QByteArray(100'000, '\0');
    }
    void closesOnWhatIsNotHttp()
    {
        QFETCH(QByteArray, bytes);
        TestServer server;
        RawClient client(server.port());
        client.send(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), patience);
        QCOMPARE(server.calls(), 0);
    }

    void closesWhoSendsTooSlowly_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("silent") << ""_ba;
        QTest::newRow("request line") << "GET /"_ba;
        QTest::newRow("header") << "GET /say/a HTTP/1.1\r\nHost: x\r\nX: "_ba;
        QTest::newRow("body")
            << "POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"_ba;
        QTest::newRow("after an answer") << "GET /say/a HTTP/1.1\r\nHost: x\r\n\r\n"_ba;
    }
    void closesWhoSendsTooSlowly()
    {
        QFETCH(QByteArray, begin);
        HttpLimits limits;
        limits.headerTime = limits.bodyTime = limits.idleTime = 200ms;
        TestServer server(limits);
        RawClient client(server.port());
        client.send(begin);
        // A byte now and then: a limit on silence alone would never strike.
        QTimer trickle;
        const bool isSilent = begin.isEmpty();
        connect(&trickle, &QTimer::timeout, this, [&client] { client.send("x"_ba); });
        if (!isSilent)
            trickle.start(20);
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), patience);
    }

    void doesNotCountItsOwnTimeAgainstTheClient()
    {
        HttpLimits limits;
        limits.headerTime = limits.bodyTime = limits.idleTime = limits.answerTime = 1ms;
        limits.headerTime = 2s;
        TestServer server(limits, 1, 300ms);
        RawClient client(server.port());
        client.get("/wait"_ba);
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), patience);
        QCOMPARE(client.response().body, "waited"_ba);
    }

    void closesWhoDoesNotTakeTheAnswer()
    {
        HttpLimits limits;
        limits.answerTime = 200ms;
        limits.connections = 1;
        TestServer server(limits, 1);
        RawClient stuck(server.port());
        stuck.stopReading();
        stuck.get("/large/60000"_ba);
        // The only place is free again when the stuck one has been closed.
        RawClient next(server.port());
        next.get("/say/a"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(next.response().status, 200, patience);
    }

    void leavesMoreConnectionsThanItsCapWaiting()
    {
        HttpLimits limits;
        limits.connections = 2;
        TestServer server(limits, 1);
        RawClient first(server.port());
        RawClient second(server.port());
        first.get("/say/a"_ba);
        second.get("/say/a"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(first.response().status, 200, patience);
        QTRY_COMPARE_WITH_TIMEOUT(second.response().status, 200, patience);
        RawClient third(server.port());
        third.get("/say/a"_ba);
        first.get("/say/b"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(first.responses().size(), 2, patience);
        QCOMPARE(server.calls(), 3);
        second.vanish();
        QTRY_COMPARE_WITH_TIMEOUT(third.response().status, 200, patience);
    }

    void closesMoreConnectionsOfOneAddressThanItsCap()
    {
        HttpLimits limits;
        limits.connectionsPerAddress = 2;
        TestServer server(limits);
        RawClient first(server.port());
        RawClient second(server.port());
        first.get("/say/a"_ba);
        second.get("/say/a"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(first.response().status, 200, patience);
        QTRY_COMPARE_WITH_TIMEOUT(second.response().status, 200, patience);
        RawClient third(server.port());
        QTRY_VERIFY_WITH_TIMEOUT(third.isClosed(), patience);
        QVERIFY(!first.isClosed());
    }

    void ignoresABodyThatIsCut()
    {
        TestServer server;
        {
            RawClient cut(server.port());
            cut.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"_ba);
            cut.socket().disconnectFromHost();
            QTRY_VERIFY_WITH_TIMEOUT(cut.isClosed(), patience);
            QVERIFY(cut.responses().isEmpty());
        }
        RawClient next(server.port());
        next.post("/size"_ba, "whole"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(next.response().body, "5who"_ba, patience);
        server.server.stop();
        QCOMPARE(server.calls(), 1);
    }

    void answersAWaitFromAnotherThread()
    {
        TestServer server;
        RawClient client(server.port());
        client.get("/wait"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(server.parkedCount(), 1, patience);
        QVERIFY(client.responses().isEmpty());
        std::thread other(
            [parked = server.takeParked().front()] { parked.answer(words("now"_ba)); });
        other.join();
        QTRY_COMPARE_WITH_TIMEOUT(client.response().body, "now"_ba, patience);
        client.get("/say/again"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(client.responses().size(), 2, patience);
    }

    void answersAWaitAtOnce()
    {
        TestServer server;
        RawClient client(server.port());
        for (int i = 0; i < 20; ++i)
            client.get("/wait/no"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(client.responses().size(), 20, patience);
        QCOMPARE(client.responses().last().body, "at once"_ba);
    }

    void answersAWaitWhoseTimeIsOver()
    {
        TestServer server({}, 2, 50ms);
        RawClient client(server.port());
        client.get("/wait?mark=7"_ba);
        client.get("/say/behind"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(client.responses().size(), 2, patience);
        QCOMPARE(client.responses().first().body, "waited7"_ba);
        QVERIFY(!server.takeParked().front().answer(words("late"_ba)));
    }

    void survivesHalfOfTheWaitingLeaving()
    {
        TestServer server;
        auto clients = waitingClients(server.port(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(server.parkedCount(), 200, patience);
        for (size_t i = 0; i < clients.size(); i += 2) {
            if (i % 4 == 0)
                clients.at(i)->vanish();
            else
                clients.at(i)->socket().disconnectFromHost();
        }
        std::thread other([parked = server.takeParked()] {
            for (const Parked& one : parked)
                one.answer(words("now"_ba));
        });
        other.join();
        QTRY_COMPARE_WITH_TIMEOUT(answeredWith(clients, 200), 100, patience);
        RawClient next(server.port());
        next.get("/say/a"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(next.response().status, 200, patience);
    }

    void stopsWhileClientsWait()
    {
        TestServer server;
        auto clients = waitingClients(server.port(), 60);
        QTRY_COMPARE_WITH_TIMEOUT(server.parkedCount(), 60, patience);
        for (size_t i = 0; i < clients.size(); i += 2)
            clients.at(i)->vanish();
        server.server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(answeredWith(clients, 503), 30, patience);
        for (const auto& client : clients)
            QTRY_VERIFY_WITH_TIMEOUT(client->isClosed(), patience);
        QVERIFY(!server.takeParked().front().answer(words("late"_ba)));
    }

    void stopsWhileOthersAnswer()
    {
        for (int round = 0; round < 20; ++round) {
            TestServer server;
            auto clients = waitingClients(server.port(), 10);
            QTRY_COMPARE_WITH_TIMEOUT(server.parkedCount(), 10, patience);
            std::thread other([parked = server.takeParked()] {
                for (const Parked& one : parked)
                    one.answer(words("now"_ba));
            });
            server.server.stop();
            other.join();
            QTRY_COMPARE_WITH_TIMEOUT(
                answeredWith(clients, 200) + answeredWith(clients, 503), 10, patience);
        }
    }

    void stopsWithSilentAndHalfReadConnections()
    {
        TestServer server;
        RawClient silent(server.port());
        RawClient half(server.port());
        half.send("POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab"_ba);
        RawClient served(server.port());
        served.get("/say/a"_ba);
        QTRY_COMPARE_WITH_TIMEOUT(served.response().status, 200, patience);
        server.server.stop();
        server.server.stop();
        QTRY_VERIFY_WITH_TIMEOUT(
            silent.isClosed() && half.isClosed() && served.isClosed(), patience);
        QCOMPARE(server.calls(), 1);
    }

    void stopsAfterItsTimeAlthoughAClientDoesNotTakeTheAnswer()
    {
        HttpLimits limits;
        limits.stopTime = 50ms;
        TestServer server(limits);
        RawClient stuck(server.port());
        stuck.stopReading();
        stuck.get("/large/60000"_ba);
        QTRY_VERIFY_WITH_TIMEOUT(stuck.socket().bytesAvailable() > 0, patience);
        server.server.stop();
        RawClient late(server.port());
        QVERIFY(late.isClosed());
    }

    void refusesAPortThatIsTaken()
    {
        TestServer first;
        HttpOptions options;
        options.port = first.port();
        const Router router;
        HttpServer second(router, options);
        const Result<quint16> port = second.start();
        QVERIFY(!port.ok());
        QCOMPARE(port.error().code, ErrorCode::Io);
    }

    void refusesAKeyThatDoesNotLoad()
    {
        HttpOptions options;
        options.tlsKey = "no key"_ba;
        options.tlsCertificate = testCertificate;
        const Router router;
        HttpServer server(router, options);
        QVERIFY(!server.start().ok());
    }

    void speaksTls()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("Qt has no TLS backend here");
        HttpOptions options;
        options.tlsKey = testKey;
        options.tlsCertificate = testCertificate;
        TestServer server(options);
        QVERIFY(server.port() != 0);
        QSslSocket socket;
        QSslConfiguration trusting = socket.sslConfiguration();
        trusting.setCaCertificates({QSslCertificate(testCertificate)});
        socket.setSslConfiguration(trusting);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
        QTRY_VERIFY_WITH_TIMEOUT(socket.isEncrypted(), patience);
        QVERIFY(socket.sessionProtocol() >= QSsl::TlsV1_2);
        socket.write("GET /say/secret HTTP/1.1\r\nHost: x\r\n\r\n");
        QByteArray received;
        connect(&socket, &QSslSocket::readyRead, this, [&] { received += socket.readAll(); });
        QTRY_VERIFY_WITH_TIMEOUT(received.endsWith("secret127.0.0.1"), patience);
    }

    void closesATlsHandshakeThatIsTooSlow()
    {
        HttpOptions options;
        options.tlsKey = testKey;
        options.tlsCertificate = testCertificate;
        options.limits.headerTime = 200ms;
        TestServer server(options);
        RawClient client(server.port());
        client.send("\x16\x03\x01"_ba);
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), patience);
    }
};

HOMEROOM_TEST_MAIN(HttpServerTest)
#include "httpservertest.moc"
