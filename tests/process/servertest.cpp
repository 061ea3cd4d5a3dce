// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/records/records.h"
#include "sync/protocol/codec.h"
#include "tests/support/programs.h"
#include "tests/support/testmain.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"correct horse"_s;

/// Talks to a server by the wire format alone.
class WireClient {
public:
    explicit WireClient(const ServerProcess& server) : m_base(server.url()) { }

    QByteArray post(QLatin1StringView path, const QByteArray& body, const QString& token = {})
    {
        QNetworkRequest request(QUrl(m_base + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(programPatience))
            qFatal("no answer to %s", path.data());
        return reply->readAll();
    }

    QString signIn(const RecordId& device)
    {
        const auto session = decodeSessionResponse(
            post(route::signIn, encode(SignInRequest{u"boss"_s, password, device})));
        return session.ok() ? session->accessToken : QString();
    }

private:
    QString m_base;
    QNetworkAccessManager m_network;
};

PushRequest familyPush(const RecordId& device)
{
    const SystemClock clock;
    IdFactory ids(clock, QRandomGenerator::securelySeeded());
    Customer customer;
    customer.id = Id<Customer>(ids.next());
    customer.name = u"Li"_s;
    Mutation create = createMutation(customer);
    create.mid = 1;
    PushRequest request;
    request.device = device;
    request.mutations.push_back(create);
    return request;
}

} // namespace

class ServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void servesUntilItIsAskedToEnd();
    void aSecondServerOnTheFileIsRefused();
    void whatWasAcknowledgedOutlivesAKill();
    void usersAreKeptFromTheCommandLine();
    void theDemoFillsAnEmptyDatabaseOnly();
    void wrongUseIsToldApartFromFailure();

private:
    Ended addBoss()
    {
        return m_server->run(
            {u"user"_s, u"add"_s, u"boss"_s, u"--role"_s, u"lead"_s, u"--team"_s, u"A"_s},
            password.toUtf8() + '\n');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServerProcess> m_server;
};

void ServerTest::init()
{
    m_server.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ServerProcess>(m_folder->path());
}

void ServerTest::servesUntilItIsAskedToEnd()
{
    QVERIFY(m_server->start());
    QVERIFY(m_server->url().startsWith(u"http://127.0.0.1:"_s));
    QCOMPARE(m_server->stop(), 0);
    QCOMPARE(m_server->run({u"check"_s}).code, 0);
}

void ServerTest::aSecondServerOnTheFileIsRefused()
{
    QVERIFY(m_server->start());
    const Ended second = m_server->run({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(second.code, 1);
    QVERIFY(second.err.contains("open in another program"));
}

void ServerTest::whatWasAcknowledgedOutlivesAKill()
{
    QCOMPARE(addBoss().code, 0);
    const RecordId device = RecordId::fromName("device");
    const PushRequest request = familyPush(device);
    QVERIFY(m_server->start());
    WireClient client(*m_server);
    const auto answer =
        decodePushResponse(client.post(route::push, encode(request), client.signIn(device)));
    QVERIFY(answer.ok());
    QCOMPARE(answer->outcomes.front().kind, OutcomeKind::Applied);
    m_server->kill();
    QCOMPARE(m_server->run({u"check"_s}).code, 0);
    QVERIFY(m_server->start());
    const QString token = client.signIn(device);
    const auto again = decodePushResponse(client.post(route::push, encode(request), token));
    QVERIFY(again.ok());
    QVERIFY(again->outcomes == answer->outcomes);
    const auto page =
        decodePullPage(client.post(route::pull, encode(PullRequest{device, {}}), token));
    QVERIFY(page.ok());
    int families = 0;
    for (const RootUpdate& update : page->roots) {
        for (const RecordRow& row : update.rows)
            families += row.kind == RecordKind::Customer ? 1 : 0;
    }
    QCOMPARE(families, 1);
}

void ServerTest::usersAreKeptFromTheCommandLine()
{
    QCOMPARE(addBoss().code, 0);
    QCOMPARE(addBoss().code, 1);
    QCOMPARE(m_server->run({u"user"_s, u"password"_s, u"boss"_s}, "short\n").code, 1);
    const RecordId device = RecordId::fromName("device");
    QVERIFY(m_server->start());
    QVERIFY(!WireClient(*m_server).signIn(device).isEmpty());
    m_server->kill();
    QCOMPARE(m_server->run({u"user"_s, u"deactivate"_s, u"boss"_s}).code, 0);
    QVERIFY(m_server->start());
    QVERIFY(WireClient(*m_server).signIn(device).isEmpty());
}

void ServerTest::theDemoFillsAnEmptyDatabaseOnly()
{
    QCOMPARE(m_server->demo(1).code, 0);
    QVERIFY(m_server->users().size() >= 10);
    const DemoUser user = m_server->users().first();
    QCOMPARE(m_server->demo(1).code, 1);
    QCOMPARE(m_server->run({u"check"_s}).code, 0);
    QVERIFY(m_server->start());
    const SignInRequest wanted{user.name, user.password, RecordId::fromName("device")};
    QVERIFY(decodeSessionResponse(WireClient(*m_server).post(route::signIn, encode(wanted))).ok());
}

void ServerTest::wrongUseIsToldApartFromFailure()
{
    const auto code = [](const QStringList& arguments) {
        return runProgram(u"homeroom-server"_s, arguments).code;
    };
    QCOMPARE(code({}), 2);
    QCOMPARE(code({u"fly"_s}), 2);
    QCOMPARE(code({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s}), 2);
    QCOMPARE(m_server->run({u"serve"_s, u"--listen"_s, u"here"_s}).code, 2);
    QCOMPARE(m_server->run({u"demo"_s, u"--families"_s, u"many"_s}).code, 2);
    QCOMPARE(code({u"check"_s, u"--database"_s, u"mysql:x"_s}), 1);
}

HOMEROOM_TEST_MAIN(ServerTest)
#include "servertest.moc"
