// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/simdisk.h"

#include <QFile>

#include <cstring>

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr int sqliteFull = 13;
constexpr int sqliteIoError = 10;

bool isRead(const char* sql)
{
    return std::strncmp(sql, "SELECT", 6) == 0 || std::strncmp(sql, "BEGIN DEFERRED", 14) == 0;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

void SimDisk::aboutToStep(const char* sql)
{
    if (m_quiet > 0)
        return;
    if (m_dead)
        throw Killed();
    if (m_harm == Harm::None || isRead(sql))
        return;
    if (m_atCommit && std::strncmp(sql, "COMMIT", 6) != 0)
        return;
    if (m_left-- > 0)
        return;
    const Harm harm = std::exchange(m_harm, Harm::None);
    m_met.push_back(harm);
    if (harm == Harm::Kill) {
        m_dead = true;
        throw Killed();
    }
    if (harm == Harm::Full)
        throw SQLite::Exception("the disk is full (simulated)", sqliteFull);
    throw SQLite::Exception("input/output error (simulated)", sqliteIoError);
}

DatabaseFiles DatabaseFiles::read(const QString& path)
{
    return {contentOf(path), contentOf(path + u"-wal"_s)};
}

void DatabaseFiles::write(const QString& path) const
{
    put(path, main);
    QFile::remove(path + u"-shm"_s);
    QFile::remove(path + u"-wal"_s);
    if (!wal.isEmpty())
        put(path + u"-wal"_s, wal);
}

} // namespace homeroom::sim
