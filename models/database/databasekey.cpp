// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/databasekey.h"

#include <sodium.h>

#include <cstring>

namespace homeroom {

using namespace Qt::StringLiterals;

Result<DatabaseKey> DatabaseKey::fromBytes(const QByteArray& bytes)
{
    if (bytes.size() != size)
        return Error{ErrorCode::WrongKey, u"a database key has 32 bytes"_s};
    DatabaseKey key;
    std::memcpy(key.m_bytes.data(), bytes.constData(), size_t(size));
    return key;
}

DatabaseKey DatabaseKey::random()
{
    DatabaseKey key;
    randombytes_buf(key.m_bytes.data(), key.m_bytes.size());
    return key;
}

QByteArray DatabaseKey::randomSalt()
{
    QByteArray salt(saltSize, '\0');
    randombytes_buf(salt.data(), size_t(saltSize));
    return salt;
}

Result<DatabaseKey> DatabaseKey::fromPassphrase(const QString& passphrase, const QByteArray& salt)
{
    static_assert(saltSize == crypto_pwhash_SALTBYTES);
    if (salt.size() != saltSize || sodium_init() < 0)
        return Error{ErrorCode::WrongKey, u"no usable salt"_s};
    QByteArray text = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    DatabaseKey key;
    const int failed = crypto_pwhash(key.m_bytes.data(), key.m_bytes.size(), text.constData(),
        quint64(text.size()), reinterpret_cast<const unsigned char*>(salt.constData()),
        crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
        crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(text.data(), size_t(text.size()));
    if (failed)
        return Error{ErrorCode::WrongKey, u"not enough memory to derive the key"_s};
    return key;
}

QByteArray DatabaseKey::bytes() const
{
    return QByteArray(reinterpret_cast<const char*>(m_bytes.data()), size);
}

QByteArray DatabaseKey::pragmaLiteral() const
{
    return "x'" + bytes().toHex() + "'";
}

DatabaseKey::~DatabaseKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

} // namespace homeroom
