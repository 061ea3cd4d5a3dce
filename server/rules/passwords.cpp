// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/passwords.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int tokenBytes = 32;

Result<QByteArray> hashOf(const QByteArray& password, PasswordCost cost)
{
    const bool minimal = cost == PasswordCost::Minimal;
    const auto operations =
        minimal ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE;
    const auto memory = minimal ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE;
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(hash.data(), password.constData(),
            static_cast<unsigned long long>(password.size()), operations, memory)
        != 0)
        return Error{ErrorCode::Unavailable, u"not enough memory to hash a password"_s};
    return QByteArray(hash.constData());
}

} // namespace

Result<QByteArray> hashedPassword(const QString& password, PasswordCost cost)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::Unavailable, u"libsodium cannot start"_s};
    if (password.size() < shortestPassword || password.size() > longestPassword)
        return Error{ErrorCode::Invalid,
            u"a password has %1 to %2 characters"_s.arg(shortestPassword).arg(longestPassword),
            u"password"_s};
    return hashOf(password.toUtf8(), cost);
}

bool passwordFits(const QByteArray& hash, const QString& password)
{
    if (sodium_init() < 0 || password.size() > longestPassword)
        return false;
    static const Result<QByteArray> nobody =
        hashOf(QByteArrayLiteral("nobody"), PasswordCost::Interactive);
    const QByteArray utf8 = password.toUtf8();
    const QByteArray compared = hash.isEmpty() && nobody.ok() ? *nobody : hash;
    const bool fits = crypto_pwhash_str_verify(compared.constData(), utf8.constData(),
                          static_cast<unsigned long long>(utf8.size()))
        == 0;
    return fits && !hash.isEmpty();
}

QString randomToken()
{
    QByteArray bytes(tokenBytes, '\0');
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray tokenHash(const QString& token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace homeroom
