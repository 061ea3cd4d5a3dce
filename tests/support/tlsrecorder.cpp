// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tlsrecorder.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

QSslConfiguration configurationOf(const Certificate& certificate, OfferedTls offered)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(certificate.pem()));
    configuration.setPrivateKey(QSslKey(certificate.key(), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (offered == OfferedTls::OldOnly) {
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        configuration.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        configuration.setBackendConfigurationOption("CipherString"_ba, u"DEFAULT:@SECLEVEL=0"_s);
    }
    return configuration;
}

} // namespace

TlsRecorder::TlsRecorder(const Certificate& certificate, OfferedTls offered)
{
    m_server.setSslConfiguration(configurationOf(certificate, offered));
    QObject::connect(
        &m_server, &QSslServer::startedEncryptionHandshake, &m_server, [this] { ++m_visits; });
    QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            const auto take = [this, socket] { m_received += socket->readAll(); };
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, take);
            take();
        }
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

QString TlsRecorder::url() const
{
    return u"https://localhost:%1"_s.arg(m_server.serverPort());
}

} // namespace homeroom::test
