// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include <QFile>
#include <QProcess>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

void openssl(const QString& words, const QStringList& more = {})
{
    QProcess process;
    process.start(u"openssl"_s, words.split(u' ') + more);
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
        qFatal("openssl: %s", process.readAllStandardError().constData());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

const QString newKey = u"-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"_s;

} // namespace

QByteArray Certificate::pem() const
{
    return contentOf(file);
}

QByteArray Certificate::key() const
{
    return contentOf(keyFile);
}

QStringList Certificate::options() const
{
    return {u"--certificate"_s, file, u"--key"_s, keyFile};
}

CertificateAuthority::CertificateAuthority()
{
    openssl(u"req -x509 %1 -days 2 -subj /CN=authority"_s.arg(newKey),
        {u"-addext"_s, u"keyUsage=critical,keyCertSign"_s, u"-keyout"_s,
            m_folder.filePath(u"authority.key"_s), u"-out"_s,
            m_folder.filePath(u"authority.pem"_s)});
}

QByteArray CertificateAuthority::pem() const
{
    return contentOf(m_folder.filePath(u"authority.pem"_s));
}

Certificate CertificateAuthority::next()
{
    ++m_count;
    return {
        m_folder.filePath(u"%1.pem"_s.arg(m_count)), m_folder.filePath(u"%1.key"_s.arg(m_count))};
}

Certificate CertificateAuthority::issue(QStringView names, int days)
{
    const Certificate made = next();
    const QString request = m_folder.filePath(u"request.pem"_s);
    openssl(u"req %1 -subj /CN=server"_s.arg(newKey),
        {u"-addext"_s, u"subjectAltName="_s + names.toString(), u"-keyout"_s, made.keyFile,
            u"-out"_s, request});
    openssl(u"x509 -req -CAcreateserial -copy_extensions copyall -days %1"_s.arg(days),
        {u"-in"_s, request, u"-CA"_s, m_folder.filePath(u"authority.pem"_s), u"-CAkey"_s,
            m_folder.filePath(u"authority.key"_s), u"-out"_s, made.file});
    return made;
}

Certificate CertificateAuthority::selfSigned()
{
    const Certificate made = next();
    openssl(u"req -x509 %1 -days 2 -subj /CN=server"_s.arg(newKey),
        {u"-addext"_s, u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s, u"-keyout"_s, made.keyFile,
            u"-out"_s, made.file});
    return made;
}

} // namespace homeroom::test
