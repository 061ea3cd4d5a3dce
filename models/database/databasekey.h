// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QByteArray>

#include <array>

namespace homeroom {

/// The raw 32-byte key of an encrypted database. A raw key opens a connection in about 1 ms where
/// SQLCipher's own derivation takes about 110 ms.
class DatabaseKey {
public:
    static constexpr qsizetype size = 32;
    static constexpr qsizetype saltSize = 16;

    /// Exactly 32 bytes; anything else is refused with WrongKey.
    static Result<DatabaseKey> fromBytes(const QByteArray& bytes);
    static DatabaseKey random();
    static QByteArray randomSalt();
    /// Argon2id (libsodium, interactive limits) of a passphrase with a 16-byte salt. Takes about
    /// 0.1 s and 64 MiB, once a start.
    static Result<DatabaseKey> fromPassphrase(const QString& passphrase, const QByteArray& salt);

    QByteArray bytes() const;
    /// `x'…'`, as PRAGMA key takes a raw key.
    QByteArray pragmaLiteral() const;

    ~DatabaseKey();
    DatabaseKey(const DatabaseKey&) = default;
    DatabaseKey& operator=(const DatabaseKey&) = default;

private:
    DatabaseKey() = default;
    std::array<unsigned char, 32> m_bytes{};
};

} // namespace homeroom
