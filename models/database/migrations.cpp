// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr auto copySuffix = ".backup-"_L1;

Result<QByteArray> readResource(QLatin1StringView name)
{
    QFile file{QString(name)};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, u"missing migration %1"_s.arg(name)};
    const QByteArray sql = file.readAll();
    if (sql.trimmed().isEmpty())
        return Error{ErrorCode::Io, u"empty migration %1"_s.arg(name)};
    return sql;
}

Result<void> backUp(Database& database, qint64 version)
{
    const Result<bool> checkpointed = database.checkpointTruncate();
    if (!checkpointed.ok())
        return checkpointed.error();
    // Inside a write transaction nobody can change the file while it is copied.
    return database.write([&](Database&) -> Result<void> {
        const QString copy = database.path() + copySuffix + QString::number(version);
        QFile::remove(copy);
        if (!QFile::copy(database.path(), copy))
            return Error{ErrorCode::Io, u"cannot copy the database before a migration"_s};
        return {};
    });
}

} // namespace

bool removeCopies(const Database& database)
{
    const QFileInfo file(database.path());
    const QStringList copies =
        file.dir().entryList({file.fileName() + copySuffix + u'*'}, QDir::Files | QDir::Hidden);
    return std::ranges::all_of(
        copies, [&](const QString& copy) { return file.dir().remove(copy); });
}

Result<void> migrate(Database& database, std::span<const Migration> migrations)
{
    const qint64 current = database.userVersion();
    if (!migrations.empty() && current > migrations.back().version)
        return Error{ErrorCode::NewerDatabase, u"schema %1"_s.arg(current)};
    bool backedUp = current == 0;
    for (const Migration& migration : migrations) {
        if (migration.version <= current)
            continue;
        if (!backedUp) {
            if (const Result<void> copied = backUp(database, current); !copied.ok())
                return copied;
            backedUp = true;
        }
        const Result<QByteArray> sql = readResource(migration.resource);
        if (!sql.ok())
            return sql.error();
        const Result<void> applied = database.write([&](Database& open) {
            open.execute(*sql);
            open.setUserVersion(migration.version);
        });
        if (!applied.ok())
            return applied;
    }
    return {};
}

} // namespace homeroom
