// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QString>

namespace homeroom {

constexpr qsizetype shortestPassword = 8;
constexpr qsizetype longestPassword = 256;

/// What an Argon2id hash may cost. Interactive is for servers, Minimal for tests and demo data.
enum class PasswordCost { Interactive, Minimal };

/// Argon2id (crypto_pwhash_str). Errors: Invalid for a password that is too short or too long,
/// Unavailable without memory.
Result<QByteArray> hashedPassword(
    const QString& password, PasswordCost cost = PasswordCost::Interactive);

/// Whether the password is the hashed one. Takes as long for an empty hash, so that unknown names
/// are not told apart.
bool passwordFits(const QByteArray& hash, const QString& password);

/// 32 random bytes in URL-safe base64.
QString randomToken();
/// What the database keeps of a token.
QByteArray tokenHash(const QString& token);

} // namespace homeroom
