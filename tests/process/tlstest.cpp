// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/networkclient.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsrecorder.h"
#include "ui/editing/sentences.h"

#include <QSslConfiguration>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// A real server behind TLS, and clients that meet certificates which are not in order.
class TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aTrustedServerIsSyncedWith();
    void plainHttpIsForThisComputerOnly_data();
    void plainHttpIsForThisComputerOnly();
    void aKeyAndItsCertificateBelongTogether();
    void aServerThatIsNotInOrderIsSentNothing_data();
    void aServerThatIsNotInOrderIsSentNothing();
    void aTrustedServerIsSentTheToken();
    void anotherComputerIsNotSpokenToInTheClear();
    void theCommandLineSaysWhyAndEndsWithThree();
    void everyReasonHasASentenceOfItsOwn();

private:
    static void trust(const QByteArray& authority);
    QString secureUrl() const { return u"https://localhost:%1"_s.arg(m_server.port()); }

    QTemporaryDir m_folder;
    CertificateAuthority m_authority;
    CertificateAuthority m_stranger; ///< whom nobody trusts
    ServerProcess m_server{m_folder.path()};
    DemoUser m_tutor;
    QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

void TlsTest::initTestCase()
{
    HOMEROOM_REQUIRE(QSslSocket::supportsSsl(), "Qt has no TLS backend here");
    trust(m_authority.pem());
    QCOMPARE(m_server.demo(9).code, 0);
    QVERIFY(m_server.start(m_authority.issue().options()));
    QVERIFY(m_server.url().startsWith(u"https://127.0.0.1:"_s));
    m_tutor = m_server.first(u"tutor"_s);
}

void TlsTest::cleanupTestCase()
{
    QSslConfiguration::setDefaultConfiguration(m_before);
    QCOMPARE(m_server.stop(), 0);
}

// The defaults allow old versions, so that what refuses them is the client itself.
void TlsTest::trust(const QByteArray& authority)
{
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates({QSslCertificate(authority)});
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    trusting.setProtocol(QSsl::TlsV1_0OrLater);
    QT_WARNING_POP
    trusting.setBackendConfigurationOption("CipherString"_ba, u"DEFAULT:@SECLEVEL=0"_s);
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void TlsTest::aTrustedServerIsSyncedWith()
{
    NetworkClient client(secureUrl());
    QVERIFY(client.join(m_tutor));
    QVERIFY(!client.families().isEmpty());
    client.create(u"sent under TLS"_s);
    QVERIFY(client.sync());
    NetworkClient other(secureUrl());
    QVERIFY(other.join(m_tutor));
    QVERIFY(other.families().contains(u"sent under TLS"_s));
}

void TlsTest::plainHttpIsForThisComputerOnly_data()
{
    QTest::addColumn<QString>("listen");
    QTest::addColumn<bool>("secure");
    QTest::addColumn<bool>("serves");
    QTest::newRow("every address") << u"0.0.0.0:0"_s << false << false;
    QTest::newRow("every address of version six") << u"[::]:0"_s << false << false;
    QTest::newRow("every address, secure") << u"0.0.0.0:0"_s << true << true;
    QTest::newRow("another loopback address") << u"127.0.0.2:0"_s << false << true;
    QTest::newRow("by name") << u"localhost:0"_s << false << true;
}

void TlsTest::plainHttpIsForThisComputerOnly()
{
    QFETCH(QString, listen);
    QFETCH(bool, secure);
    QTemporaryDir folder;
    QStringList arguments{u"serve"_s, u"--database"_s,
        u"sqlite:"_s + folder.filePath(u"server.db"_s), u"--listen"_s, listen};
    if (secure)
        arguments += m_authority.issue().options();
    QProcess process;
    startProgram(process, u"homeroom-server"_s, arguments);
    const bool spoke = process.waitForReadyRead(programPatience);
    QTEST(spoke, "serves");
    if (!spoke) {
        QCOMPARE(process.state(), QProcess::NotRunning);
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("Plain HTTP is for this computer's own"));
        return;
    }
    QCOMPARE(process.readLine().contains("https://"), secure);
    process.kill();
    QVERIFY(process.waitForFinished(programPatience));
}

void TlsTest::aKeyAndItsCertificateBelongTogether()
{
    QTemporaryDir folder;
    ServerProcess server(folder.path());
    const QStringList options = m_authority.issue().options();
    const QStringList serve{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s};
    QCOMPARE(server.run(serve + options.first(2)).code, 2);
    QCOMPARE(server.run(serve + options.last(2)).code, 2);
    QCOMPARE(server.run(serve + options.first(3) + QStringList{u"/nowhere"_s}).code, 1);
    const QString otherKey = m_authority.issue().keyFile;
    QCOMPARE(server.run(serve + options.first(3) + QStringList{otherKey}).code, 1);
    QFile empty(folder.filePath(u"empty"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    const Ended ended = server.run(serve + options.first(3) + QStringList{empty.fileName()});
    QCOMPARE(ended.code, 1);
    QVERIFY(ended.err.contains("--key is empty"));
}

void TlsTest::aServerThatIsNotInOrderIsSentNothing_data()
{
    QTest::addColumn<Certificate>("certificate");
    QTest::addColumn<OfferedTls>("offered");
    QTest::addColumn<ConnectionFault>("fault");
    const OfferedTls modern = OfferedTls::Modern;
    QTest::newRow("another host") << m_authority.issueForAnotherHost() << modern
                                  << ConnectionFault::WrongHost;
    QTest::newRow("expired") << m_authority.issueExpired() << modern
                             << ConnectionFault::CertificateDate;
    QTest::newRow("self-signed") << m_authority.selfSigned() << modern
                                 << ConnectionFault::Untrusted;
    QTest::newRow("unknown authority")
        << m_stranger.issue() << modern << ConnectionFault::Untrusted;
    QTest::newRow("TLS 1.1") << m_authority.issue() << OfferedTls::OldOnly
                             << ConnectionFault::Insecure;
}

void TlsTest::aServerThatIsNotInOrderIsSentNothing()
{
    QFETCH(Certificate, certificate);
    QFETCH(OfferedTls, offered);
    NetworkClient client(secureUrl());
    QVERIFY(client.join(m_tutor));
    client.engine().stop();
    client.create(u"kept"_s);
    const TlsRecorder recorder(certificate, offered);
    client.talkTo(recorder.url());
    client.engine().start();
    const std::optional<Error> problem = client.failingSync();
    QVERIFY(problem && connectionFault(*problem));
    QTEST(*connectionFault(*problem), "fault");
    QCOMPARE(client.status().activity, SyncActivity::Offline);
    QTEST(*connectionFault(client.signIn(m_tutor).error()), "fault"); // nor a password
    QVERIFY(recorder.visits() >= 2);
    QCOMPARE(recorder.received(), QByteArray());
    client.talkTo(secureUrl());
    QVERIFY(client.sync());
}

void TlsTest::aTrustedServerIsSentTheToken()
{
    NetworkClient client(secureUrl());
    QVERIFY(client.join(m_tutor));
    client.engine().stop();
    const TlsRecorder recorder(m_authority.issue());
    client.talkTo(recorder.url());
    client.engine().start();
    QTRY_VERIFY_WITH_TIMEOUT(
        recorder.received().toLower().contains("authorization: bearer"), programPatience);
}

void TlsTest::anotherComputerIsNotSpokenToInTheClear()
{
    NetworkClient client(u"http://198.51.100.7"_s);
    QVERIFY(connectionFault(client.signIn(m_tutor).error()) == ConnectionFault::Insecure);
}

void TlsTest::theCommandLineSaysWhyAndEndsWithThree()
{
    // This program trusts the system's authorities only.
    const ControlProgram control(m_folder.path());
    const Ended ended = control.login(secureUrl(), m_tutor);
    QCOMPARE(ended.code, 3);
    QVERIFY2(ended.err.contains("(untrusted)"), ended.err.constData());
    QVERIFY(ended.out.isEmpty());
    QCOMPARE(control.run(m_tutor.name, {u"sync"_s}).code, 4);
}

void TlsTest::everyReasonHasASentenceOfItsOwn()
{
    const auto sentence = [](ConnectionFault fault) {
        return sentenceFor(unsafeConnection(fault, {}));
    };
    QSet<QString> sentences{sentenceFor({ErrorCode::Unavailable})};
    for (const ConnectionFault fault :
        {ConnectionFault::WrongHost, ConnectionFault::CertificateDate, ConnectionFault::Untrusted,
            ConnectionFault::Insecure})
        sentences.insert(sentence(fault));
    QCOMPARE(sentences.size(), 5);
    QVERIFY(sentence(ConnectionFault::WrongHost).contains(u"address"_s));
    QVERIFY(sentence(ConnectionFault::CertificateDate).contains(u"date"_s));
}

HOMEROOM_TEST_MAIN(TlsTest)
#include "tlstest.moc"
