// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/database.h"

#include <sqlite3.h>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyTimeoutMs = 5000;

ErrorCode openErrorCode(const SQLite::Exception& exception)
{
    switch (exception.getErrorCode()) {
    case SQLITE_NOTADB:
        return ErrorCode::WrongKey;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_FULL:
        return ErrorCode::Io;
    default:
        return ErrorCode::Database;
    }
}

bool hasCipher(SQLite::Database& connection)
{
    SQLite::Statement version(connection, "PRAGMA cipher_version");
    return version.executeStep() && !version.getColumn(0).getString().empty();
}

void configure(SQLite::Database& connection, const DatabaseOptions& options)
{
    connection.exec("PRAGMA cipher_memory_security = OFF");
    connection.exec("PRAGMA cache_size = -" + std::to_string(options.cacheKiB));
    connection.exec("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
    connection.setBusyTimeout(busyTimeoutMs);
    if (options.access == Access::ReadOnly) {
        // Only the writer checkpoints: two at once can corrupt the WAL before SQLite 3.51.3.
        connection.exec("PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0");
        return;
    }
    connection.exec("PRAGMA journal_mode = WAL");
    // FULL: what a person typed or the server acknowledged survives a power cut, too.
    connection.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions& options)
{
    // A reader is opened for writing, too: in WAL mode even reading updates the shared index.
    // query_only is what keeps it from changing anything.
    // No mutex: a connection is used by one thread at a time, and a board is 300,000 column reads.
    const int flags = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX
        | (options.access == Access::ReadOnly ? 0 : SQLite::OPEN_CREATE);
    try {
        auto connection =
            std::make_unique<SQLite::Database>(options.path.toStdString(), flags, busyTimeoutMs);
        connection->exec("PRAGMA key = \"" + options.key.pragmaLiteral().toStdString() + "\"");
        // A wrong passphrase is an answer for a person, not a line on stderr. Before the key there
        // is nothing yet that the level could be set of.
        connection->exec("PRAGMA cipher_log_level = NONE");
        if (!hasCipher(*connection))
            return Error{
                ErrorCode::Database, u"this SQLite has no cipher; refusing a plain file"_s};
        connection->execAndGet("SELECT count(*) FROM sqlite_master");
        configure(*connection, options);
        return std::unique_ptr<Database>(new Database(std::move(connection), options));
    } catch (const SQLite::Exception& exception) {
        return Error{openErrorCode(exception),
            u"the database does not open: "_s + QString::fromUtf8(exception.what())};
    }
}

Database::Database(std::unique_ptr<SQLite::Database> connection, const DatabaseOptions& options)
    : m_path(options.path), m_connection(std::move(connection)), m_observer(options.observer)
{
}

Database::~Database() = default;

Statement Database::statement(const QByteArray& sql)
{
    CachedStatement& cached = m_statements[sql.toStdString()];
    if (cached.loaned)
        return {std::make_unique<SQLite::Statement>(*m_connection, sql.toStdString()), m_observer};
    if (!cached.statement)
        cached.statement = std::make_unique<SQLite::Statement>(*m_connection, sql.toStdString());
    return {cached, m_observer};
}

void Database::execute(const QByteArray& sql)
{
    if (m_observer)
        m_observer->aboutToStep(sql.constData());
    m_connection->exec(sql.toStdString());
}

qint64 Database::userVersion()
{
    return m_connection->execAndGet("PRAGMA user_version").getInt64();
}

void Database::setUserVersion(qint64 version)
{
    execute("PRAGMA user_version = " + QByteArray::number(version));
}

Result<QStringList> Database::integrityProblems()
{
    return read([](Database& database) {
        QStringList problems;
        Statement check = database.statement("PRAGMA integrity_check");
        while (check.step()) {
            if (const QString line = check.text(0); line != u"ok"_s)
                problems.append(line);
        }
        return problems;
    });
}

Result<bool> Database::checkpointTruncate()
{
    Q_ASSERT(!inTransaction());
    try {
        Statement checkpoint = statement("PRAGMA wal_checkpoint(TRUNCATE)");
        return checkpoint.step() && checkpoint.integer(0) == 0;
    } catch (const SQLite::Exception& exception) {
        return toError(exception);
    }
}

void Database::begin(const char* kind)
{
    // From the cache: a server takes a savepoint for each mutation.
    statement(m_depth == 0 ? QByteArray(kind) : "SAVEPOINT level" + QByteArray::number(m_depth))
        .execute();
    ++m_depth;
}

void Database::commit()
{
    statement(
        m_depth == 1 ? QByteArray("COMMIT") : "RELEASE level" + QByteArray::number(m_depth - 1))
        .execute();
    --m_depth;
}

void Database::rollback() noexcept
{
    // An error may have rolled back by itself (full disk, I/O): then there is nothing to do.
    const std::string level = "level" + std::to_string(m_depth - 1);
    const std::string sql =
        m_depth == 1 ? std::string("ROLLBACK") : "ROLLBACK TO " + level + "; RELEASE " + level;
    m_connection->tryExec(sql);
    --m_depth;
}

Error Database::toError(const SQLite::Exception& exception)
{
    const ErrorCode code =
        exception.getErrorCode() == SQLITE_NOTADB ? ErrorCode::WrongKey : ErrorCode::Database;
    return {code, QString::fromUtf8(exception.what())};
}

} // namespace homeroom
