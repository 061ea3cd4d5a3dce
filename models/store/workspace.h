// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/clientdatabase.h"
#include "models/store/recordstore.h"

#include <QLockFile>

namespace homeroom {

/// Whether a workspace has threads of its own (the program) or runs all on the caller's (command
/// line, tests, simulator).
enum class Threading { OwnThreads, Inline };

/// One open profile database: the writer with its executor, a reader for the interface's thread
/// (queries measured under 5 ms) and a reader with an executor for everything longer; an executor
/// for pages from the server.
class Workspace {
public:
    /// Errors as openClientDatabase, and InUse where another workspace, in this or another program,
    /// has the file open: two writers at once can corrupt it. `clock` must outlive the workspace.
    static Result<std::unique_ptr<Workspace>> open(
        const DatabaseOptions& options, const Clock& clock, Threading threading);
    ~Workspace();

    RecordStore& store() { return *m_store; }
    /// For the thread that opened the workspace.
    Database& reader() { return *m_reader; }
    Executor& writerExecutor() { return *m_writerExecutor; }
    /// For reading what the server sends, which would hold up the window or the writer.
    Executor& pageExecutor() { return *m_pageExecutor; }

    /// Runs `work(database)` in one read transaction on the worker. Bind the answer to an object
    /// with `.then(context, …)`.
    template <typename Work> auto query(Work work)
    {
        Database& database = *m_worker;
        return runOn(*m_workerExecutor,
            [&database, work = std::move(work)]() mutable { return database.read(work); });
    }

private:
    Workspace() = default;

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Database> m_writer;
    std::unique_ptr<Database> m_reader;
    std::unique_ptr<Database> m_worker;
    std::unique_ptr<RecordStore> m_store;
    // Last, so that their jobs end before what the jobs use goes away.
    std::unique_ptr<Executor> m_writerExecutor;
    std::unique_ptr<Executor> m_workerExecutor;
    std::unique_ptr<Executor> m_pageExecutor;
};

} // namespace homeroom
