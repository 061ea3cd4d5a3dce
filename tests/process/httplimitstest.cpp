// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"
#include "tests/support/rawclient.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QTimer>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class HttpLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        RawClient second(server.port());
        const QByteArray begin =
            "POST /size HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n"_ba;
        first.send(begin + QByteArray(800'000, 'a'));
        second.send(begin + QByteArray(800'000, 'a'));
        QTRY_VERIFY_WITH_TIMEOUT(first.isClosed() || second.isClosed(), patience);
        RawClient& other = first.isClosed() ? second : first;
        other.send(QByteArray(100'000, 'a'));
        QTRY_COMPARE_WITH_TIMEOUT(other.response().body, "900000aaa"_ba, patience);
        RawClient third(server.port());
        third.post("/size"_ba, QByteArray(900'000, 'c'));
        QTRY_COMPARE_WITH_TIMEOUT(third.response().body, "900000ccc"_ba, patience);
        QCOMPARE(server.calls(), 2);
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
        server.stop();
        QCOMPARE(server.calls(), 1);
    }

    void closesATlsHandshakeThatIsTooSlow()
    {
        HttpOptions options;
        CertificateAuthority authority;
        const Certificate certificate = authority.issue();
        options.tlsKey = certificate.key();
        options.tlsCertificate = certificate.pem();
        options.limits.headerTime = 200ms;
        TestServer server(options);
        RawClient client(server.port());
        client.send("\x16\x03\x01"_ba);
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), patience);
    }
};

HOMEROOM_TEST_MAIN(HttpLimitsTest)
#include "httplimitstest.moc"
