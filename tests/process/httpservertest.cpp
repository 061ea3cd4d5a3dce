// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"
#include "tests/support/rawclient.h"
#include "tests/support/testmain.h"
#include "tests/support/testserver.h"

#include <QProcess>
#include <QSslCertificate>
#include <QSslSocket>

#include <algorithm>
#include <thread>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

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

HttpOptions secureOptions(CertificateAuthority& authority)
{
    const Certificate certificate = authority.issue();
    HttpOptions options;
    options.tlsKey = certificate.key();
    options.tlsCertificate = certificate.pem();
    return options;
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
        server.stop();
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
            server.stop();
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
        server.stop();
        server.stop();
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
        server.stop();
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
        options.tlsCertificate = CertificateAuthority().issue().pem();
        const Router router;
        HttpServer server(router, options);
        QVERIFY(!server.start().ok());
    }

    void speaksTls()
    {
        HOMEROOM_REQUIRE(QSslSocket::supportsSsl(), "Qt has no TLS backend here");
        CertificateAuthority authority;
        TestServer server(secureOptions(authority));
        QVERIFY(server.port() != 0);
        QSslSocket socket;
        QSslConfiguration trusting = socket.sslConfiguration();
        trusting.setCaCertificates({QSslCertificate(authority.pem())});
        socket.setSslConfiguration(trusting);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
        QTRY_VERIFY_WITH_TIMEOUT(socket.isEncrypted(), patience);
        QVERIFY(socket.sessionProtocol() >= QSsl::TlsV1_2);
        socket.write("GET /say/secret HTTP/1.1\r\nHost: x\r\n\r\n");
        QByteArray received;
        connect(&socket, &QSslSocket::readyRead, this, [&] { received += socket.readAll(); });
        QTRY_VERIFY_WITH_TIMEOUT(received.endsWith("secret127.0.0.1"), patience);
    }

    void refusesOldTls_data()
    {
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<bool>("welcome");
        QTest::newRow("1.0") << u"-tls1"_s << false;
        QTest::newRow("1.1") << u"-tls1_1"_s << false;
        QTest::newRow("1.2") << u"-tls1_2"_s << true; // the client is in order
        QTest::newRow("1.3") << u"-tls1_3"_s << true;
    }

    void refusesOldTls()
    {
        QFETCH(const QString, protocol);
        QFETCH(const bool, welcome);
        CertificateAuthority authority;
        TestServer server(secureOptions(authority));
        QProcess client;
        client.setProcessChannelMode(QProcess::MergedChannels);
        client.start(u"openssl"_s,
            {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(server.port()), protocol,
                u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
        client.closeWriteChannel();
        QVERIFY(client.waitForFinished(patience));
        const QByteArray said = client.readAll();
        QCOMPARE(said.contains("Cipher is (NONE)"), !welcome);
        // Refused by the server, not by a client that could not have spoken it.
        QVERIFY(said.contains("SSL handshake has read"));
        QVERIFY2(!said.contains("written 0 bytes"), said.constData());
    }
};

HOMEROOM_TEST_MAIN(HttpServerTest)
#include "httpservertest.moc"
