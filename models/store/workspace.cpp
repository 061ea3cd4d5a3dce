// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workspace.h"

#include "models/database/databaselock.h"
#include "models/values/threadexecutor.h"

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

} // namespace

Result<std::unique_ptr<Workspace>> Workspace::open(
    const DatabaseOptions& options, const Clock& clock, Threading threading)
{
    Result<std::unique_ptr<QLockFile>> lock = lockDatabase(options.path);
    if (!lock.ok())
        return lock.error();
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
    workspace->m_lock = std::move(*lock);
    workspace->m_writer = std::move(*writer);
    workspace->m_reader = std::move(*reader);
    workspace->m_worker = std::move(*worker);
    workspace->m_writerExecutor = makeExecutor(threading, u"writer"_s);
    workspace->m_workerExecutor = makeExecutor(threading, u"reader"_s);
    workspace->m_pageExecutor = makeExecutor(threading, u"pages"_s);
    workspace->m_store =
        std::make_unique<RecordStore>(*workspace->m_writer, *workspace->m_writerExecutor, clock);
    return workspace;
}

Workspace::~Workspace()
{
    m_writerExecutor.reset();
    m_workerExecutor.reset();
    m_pageExecutor.reset();
    m_store.reset();
}

} // namespace homeroom
