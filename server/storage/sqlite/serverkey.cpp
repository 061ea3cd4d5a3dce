// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/sqlite/sqlitestorage.h"

#include <QFile>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Result<DatabaseKey> keyFromHex(const QByteArray& hex)
{
    const QByteArray trimmed = hex.trimmed();
    const QByteArray bytes = QByteArray::fromHex(trimmed);
    // fromHex skips what is no digit, so the length tells whether anything was.
    if (bytes.size() * 2 != trimmed.size())
        return Error{ErrorCode::WrongKey, u"the server's key is not 64 hex digits"_s};
    return DatabaseKey::fromBytes(bytes);
}

Result<DatabaseKey> makeKeyFile(QFile& file)
{
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return Error{ErrorCode::Io, u"cannot make the key file"_s};
    const DatabaseKey key = DatabaseKey::random();
    const QByteArray hex = key.bytes().toHex() + '\n';
    if (file.write(hex) != hex.size() || !file.flush())
        return Error{ErrorCode::Io, u"cannot write the key file"_s};
    return key;
}

} // namespace

Result<DatabaseKey> serverDatabaseKey(const QString& databasePath)
{
    if (const QByteArray given = qgetenv("HOMEROOM_SERVER_KEY"); !given.isEmpty())
        return keyFromHex(given);
    QFile file(databasePath + u".key"_s);
    if (!file.exists()) {
        // A database without its key must not get a new one: it could never be opened again.
        if (QFile::exists(databasePath))
            return Error{ErrorCode::WrongKey, u"the database's key file is missing"_s};
        return makeKeyFile(file);
    }
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, u"cannot read the key file"_s};
    return keyFromHex(file.readAll());
}

} // namespace homeroom
