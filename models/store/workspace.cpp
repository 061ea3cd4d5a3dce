// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workspace.h"

#include "models/values/threadexecutor.h"

#include <QDateTime>
#include <QFileInfo>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 uiCacheKiB = 4096;

std::unique_ptr<Executor> makeExecutor(Threading threading, const QString& name)
{
    if (threading == Threading::Inline)
        return std::make_unique<InlineExecutor>();
    return std::make_unique<ThreadExecutor>(name);
}

/// A program that was killed between making the file and writing into it: the file names nobody
/// who could be looked for. One that is just being made is younger.
bool leftEmpty(const QLockFile& lock)
{
    const QFileInfo file(lock.fileName());
    return lock.error() == QLockFile::LockFailedError && file.size() == 0
        && file.lastModified().msecsTo(QDateTime::currentDateTime()) > secondMs;
}

} // namespace

Result<std::unique_ptr<Workspace>> Workspace::open(
    const DatabaseOptions& options, const Clock& clock, Threading threading)
{
    auto lock = std::make_unique<QLockFile>(options.path + u".lock"_s);
    // Never old: it goes with its program, which QLockFile looks for when the file is still there.
    lock->setStaleLockTime(0);
    if (!lock->tryLock() && !(leftEmpty(*lock) && lock->removeStaleLockFile() && lock->tryLock())) {
        const bool held = lock->error() == QLockFile::LockFailedError;
        return Error{held ? ErrorCode::InUse : ErrorCode::Io, u"cannot lock the profile"_s};
    }
    Result<std::unique_ptr<Database>> writer = openClientDatabase(options);
    if (!writer.ok())
        return writer.error();
    DatabaseOptions reading = options;
    reading.access = Access::ReadOnly;
    reading.cacheKiB = uiCacheKiB;
    Result<std::unique_ptr<Database>> reader = Database::open(reading);
    Result<std::unique_ptr<Database>> worker = Database::open(reading);
    if (!reader.ok() || !worker.ok())
        return reader.ok() ? worker.error() : reader.error();
    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->m_lock = std::move(lock);
    workspace->m_writer = std::move(*writer);
    workspace->m_reader = std::move(*reader);
    workspace->m_worker = std::move(*worker);
    workspace->m_writerExecutor = makeExecutor(threading, u"writer"_s);
    workspace->m_workerExecutor = makeExecutor(threading, u"reader"_s);
    workspace->m_store =
        std::make_unique<RecordStore>(*workspace->m_writer, *workspace->m_writerExecutor, clock);
    return workspace;
}

Workspace::~Workspace()
{
    m_writerExecutor.reset();
    m_workerExecutor.reset();
    m_store.reset();
}

} // namespace homeroom
