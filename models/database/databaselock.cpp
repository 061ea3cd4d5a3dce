// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/databaselock.h"

#include "models/values/clock.h"

#include <QDateTime>
#include <QFileInfo>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A program that was killed between making the file and writing into it: the file names nobody
/// who could be looked for. One that is just being made is younger.
bool isLeftEmpty(const QLockFile& lock)
{
    const QFileInfo file(lock.fileName());
    return lock.error() == QLockFile::LockFailedError && file.size() == 0
        && file.lastModified().msecsTo(QDateTime::currentDateTime()) > secondMs;
}

} // namespace

Result<std::unique_ptr<QLockFile>> lockDatabase(const QString& path)
{
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    // Never old: it goes with its program, which QLockFile looks for when the file is still there.
    lock->setStaleLockTime(0);
    if (lock->tryLock())
        return lock;
    if (isLeftEmpty(*lock) && lock->removeStaleLockFile() && lock->tryLock())
        return lock;
    return Error{lock->error() == QLockFile::LockFailedError ? ErrorCode::InUse : ErrorCode::Io,
        u"the database is open in another program"_s};
}

} // namespace homeroom
