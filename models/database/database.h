// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/databasekey.h"
#include "models/database/statement.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <memory>
#include <type_traits>
#include <unordered_map>

namespace homeroom {

/// The one connection that writes and checkpoints, or a reader that can do neither.
enum class Access { ReadWrite, ReadOnly };

struct DatabaseOptions {
    QString path;
    DatabaseKey key;
    Access access = Access::ReadWrite;
    qint64 cacheKiB = 8192;
    StatementObserver* observer = nullptr;
};

/// One connection to an encrypted SQLite file. One connection, one thread at a time. The file is
/// never plain: opening refuses where the library has no cipher (Database), so a wrong link line
/// cannot go unnoticed.
class Database {
public:
    /// Errors: WrongKey, Io (cannot open or create), Database.
    static Result<std::unique_ptr<Database>> open(const DatabaseOptions& options);
    ~Database();

    /// Runs `work(*this)` in one immediate transaction: commits when it returns, rolls back when it
    /// throws SQLite::Exception or Error, or returns a failed Result. A nested call is a savepoint.
    /// `work` returns T or Result<T>; the answer is Result<T>.
    template <typename Work> auto write(Work&& work);

    /// Runs `work(*this)` in one deferred transaction, so that all its statements see one state.
    template <typename Work> auto read(Work&& work);

    /// A prepared statement from the cache, or a new one where the cached one is on loan. Throws
    /// SQLite::Exception.
    Statement statement(const QByteArray& sql);
    /// Runs one or several statements without results. Throws SQLite::Exception.
    void execute(const QByteArray& sql);

    qint64 userVersion();
    void setUserVersion(qint64 version);
    /// PRAGMA integrity_check; the lines it found wrong, empty when all is well.
    Result<QStringList> integrityProblems();
    /// Moves the WAL into the file and cuts it to nothing; false while a reader holds it.
    Result<bool> checkpointTruncate();
    bool inTransaction() const { return m_depth > 0; }
    QString path() const { return m_path; }

private:
    Database(std::unique_ptr<SQLite::Database> connection, const DatabaseOptions& options);
    void begin(const char* kind);
    void commit();
    void rollback() noexcept;
    template <typename Work> auto transact(const char* kind, Work&& work);
    static Error toError(const SQLite::Exception& exception);

    QString m_path;
    std::unique_ptr<SQLite::Database> m_connection;
    StatementObserver* m_observer = nullptr;
    std::unordered_map<std::string, CachedStatement> m_statements;
    int m_depth = 0;
};

namespace detail {
template <typename T> struct ResultOf {
    using Type = Result<T>;
};
template <typename T> struct ResultOf<Result<T>> {
    using Type = Result<T>;
};
} // namespace detail

template <typename Work> auto Database::transact(const char* kind, Work&& work)
{
    using Returned = std::invoke_result_t<Work, Database&>;
    using Answer = typename detail::ResultOf<Returned>::Type;
    try {
        begin(kind);
    } catch (const SQLite::Exception& exception) {
        return Answer(toError(exception));
    }
    try {
        if constexpr (std::is_void_v<Returned>) {
            work(*this);
            commit();
            return Answer();
        } else {
            Answer answer = work(*this);
            if (answer.ok())
                commit();
            else
                rollback();
            return answer;
        }
    } catch (const SQLite::Exception& exception) {
        const Error error = toError(exception);
        rollback();
        return Answer(error);
    } catch (const Error& error) {
        rollback();
        return Answer(error);
    }
}

template <typename Work> auto Database::write(Work&& work)
{
    return transact("BEGIN IMMEDIATE", std::forward<Work>(work));
}

template <typename Work> auto Database::read(Work&& work)
{
    return transact("BEGIN DEFERRED", std::forward<Work>(work));
}

} // namespace homeroom
