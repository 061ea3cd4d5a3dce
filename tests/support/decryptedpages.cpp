// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/decryptedpages.h"

#include <QFile>
#include <QProcess>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

// The format of SQLCipher 4: AES-256-CBC, a page ends with its initialisation vector and its
// HMAC-SHA512; the first page begins with the salt in the clear.
constexpr qsizetype pageSize = 4096;
constexpr qsizetype vectorSize = 16;
constexpr qsizetype reserve = 80;
constexpr qsizetype saltSize = 16;
constexpr qsizetype walHead = 32;
constexpr qsizetype frameHead = 24;

QByteArray decrypted(const QByteArray& page, qsizetype from, const QByteArray& key)
{
    const QByteArray vector = page.sliced(pageSize - reserve, vectorSize);
    QProcess process;
    process.start(u"openssl"_s,
        {u"enc"_s, u"-d"_s, u"-aes-256-cbc"_s, u"-nopad"_s, u"-K"_s,
            QString::fromLatin1(key.toHex()), u"-iv"_s, QString::fromLatin1(vector.toHex())});
    process.write(page.sliced(from, pageSize - reserve - from));
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl: %s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray decryptedPages(const DatabaseOptions& options)
{
    const QByteArray key =
        QByteArray::fromHex(options.key.pragmaLiteral().sliced(2).chopped(1)); // x'…'
    QByteArray plain;
    const QByteArray file = bytesOf(options.path);
    for (qsizetype at = 0; at + pageSize <= file.size(); at += pageSize)
        plain += decrypted(file.sliced(at, pageSize), at == 0 ? saltSize : 0, key);
    const QByteArray wal = bytesOf(options.path + u"-wal"_s);
    for (qsizetype at = walHead; at + frameHead + pageSize <= wal.size();
         at += frameHead + pageSize) {
        // Number 1 is the first page of the file.
        const bool first = wal.sliced(at, 4) == QByteArray("\0\0\0\1", 4);
        plain += decrypted(wal.sliced(at + frameHead, pageSize), first ? saltSize : 0, key);
    }
    return plain;
}

} // namespace homeroom::test
