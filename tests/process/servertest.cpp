// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/records/records.h"
#include "sync/protocol/codec.h"
#include "tests/support/testmain.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(HOMEROOM_BINARY_DIR "/homeroom-server");
const QString password = u"correct horse"_s;
constexpr int patienceMs = 60'000; // bounds a hang, decides nothing

struct Ran {
    int code = -1;
    QByteArray output{};
    QByteArray errors{};
};

Ran run(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs))
        qFatal("the server program hangs");
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The program as it serves a database of its own folder.
class RunningServer {
public:
    explicit RunningServer(const QString& url)
    {
        m_process.start(
            program, {u"serve"_s, u"--database"_s, url, u"--listen"_s, u"127.0.0.1:0"_s});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(patienceMs))
                qFatal("no first line: %s", m_process.readAllStandardError().constData());
        }
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        m_base = line.value(u"listening"_s).toString();
    }

    ~RunningServer()
    {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }

    QString base() const { return m_base; }
    QProcess& process() { return m_process; }
    void stop() { m_process.terminate(); }
    bool waitUntilEnded() { return m_process.waitForFinished(patienceMs); }

    QByteArray post(QLatin1StringView path, const QByteArray& body, const QString& token = {})
    {
        QNetworkRequest request(QUrl(m_base + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(patienceMs))
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
    QProcess m_process;
    QNetworkAccessManager m_network;
    QString m_base;
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
    QString url() const { return u"sqlite:"_s + m_folder->filePath(u"server.db"_s); }
    Ran addBoss()
    {
        return run({u"user"_s, u"add"_s, u"boss"_s, u"--role"_s, u"lead"_s, u"--team"_s, u"A"_s,
                       u"--database"_s, url()},
            password.toUtf8() + '\n');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ServerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ServerTest::servesUntilItIsAskedToEnd()
{
    RunningServer server(url());
    QVERIFY(server.base().startsWith(u"http://127.0.0.1:"_s));
    server.stop();
    QVERIFY(server.waitUntilEnded());
    QCOMPARE(server.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(server.process().exitCode(), 0);
    QCOMPARE(run({u"check"_s, u"--database"_s, url()}).code, 0);
}

void ServerTest::aSecondServerOnTheFileIsRefused()
{
    const RunningServer server(url());
    const Ran second = run({u"serve"_s, u"--database"_s, url(), u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(second.code, 1);
    QVERIFY(second.errors.contains("open in another program"));
}

void ServerTest::whatWasAcknowledgedOutlivesAKill()
{
    QCOMPARE(addBoss().code, 0);
    const RecordId device = RecordId::fromName("device");
    const PushRequest request = familyPush(device);
    std::vector<Outcome> first;
    {
        RunningServer server(url());
        const auto answer =
            decodePushResponse(server.post(route::push, encode(request), server.signIn(device)));
        QVERIFY(answer.ok());
        first = answer->outcomes;
        QCOMPARE(first.front().kind, OutcomeKind::Applied);
        server.process().kill();
        QVERIFY(server.waitUntilEnded());
    }
    QCOMPARE(run({u"check"_s, u"--database"_s, url()}).code, 0);
    RunningServer server(url());
    const QString token = server.signIn(device);
    const auto again = decodePushResponse(server.post(route::push, encode(request), token));
    QVERIFY(again.ok());
    QVERIFY(again->outcomes == first);
    const auto page =
        decodePullPage(server.post(route::pull, encode(PullRequest{device, {}}), token));
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
    const Ran weak = run({u"user"_s, u"password"_s, u"boss"_s, u"--database"_s, url()}, "short\n");
    QCOMPARE(weak.code, 1);
    const RecordId device = RecordId::fromName("device");
    {
        RunningServer server(url());
        QVERIFY(!server.signIn(device).isEmpty());
    }
    QCOMPARE(run({u"user"_s, u"deactivate"_s, u"boss"_s, u"--database"_s, url()}).code, 0);
    RunningServer server(url());
    QVERIFY(server.signIn(device).isEmpty());
}

void ServerTest::theDemoFillsAnEmptyDatabaseOnly()
{
    const QStringList arguments{u"demo"_s, u"--database"_s, url(), u"--families"_s, u"200"_s};
    const Ran first = run(arguments);
    QCOMPARE(first.code, 0);
    const QJsonArray users =
        QJsonDocument::fromJson(first.output).object().value(u"users"_s).toArray();
    QVERIFY(users.size() >= 10);
    QCOMPARE(run(arguments).code, 1);
    QCOMPARE(run({u"check"_s, u"--database"_s, url()}).code, 0);
    RunningServer server(url());
    const QJsonObject user = users.first().toObject();
    const SignInRequest wanted{user.value(u"name"_s).toString(),
        user.value(u"password"_s).toString(), RecordId::fromName("device")};
    QVERIFY(decodeSessionResponse(server.post(route::signIn, encode(wanted))).ok());
}

void ServerTest::wrongUseIsToldApartFromFailure()
{
    QCOMPARE(run({}).code, 2);
    QCOMPARE(run({u"fly"_s}).code, 2);
    QCOMPARE(run({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s}).code, 2);
    QCOMPARE(run({u"serve"_s, u"--database"_s, url(), u"--listen"_s, u"here"_s}).code, 2);
    QCOMPARE(run({u"demo"_s, u"--database"_s, url(), u"--families"_s, u"many"_s}).code, 2);
    QCOMPARE(run({u"check"_s, u"--database"_s, u"mysql:x"_s}).code, 1);
}

HOMEROOM_TEST_MAIN(ServerTest)
#include "servertest.moc"
