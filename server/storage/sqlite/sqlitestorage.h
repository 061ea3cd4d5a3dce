// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "server/storage/storage.h"

#include <QLockFile>
#include <QMutex>

namespace homeroom {

struct SqliteStorageOptions {
    QString path{};
    DatabaseKey key;
    StatementObserver* observer = nullptr; ///< of the writer, for tests that let statements fail
};

/// The server's encrypted SQLite file: one writer behind a mutex, any number of readers. A second
/// program on the same file is refused.
class SqliteStorage final : public Storage {
public:
    /// Opens or makes the file, migrates it and begins an incarnation. Errors: InUse, WrongKey,
    /// NewerDatabase, Io, Database.
    static Result<std::unique_ptr<SqliteStorage>> open(const SqliteStorageOptions& options);
    ~SqliteStorage() override;

    Result<void> runRead(const ReadWork& work) override;
    Result<void> runWrite(const WriteWork& work) override;

private:
    SqliteStorage(const SqliteStorageOptions& options, std::unique_ptr<QLockFile> lock,
        std::unique_ptr<Database> writer);
    Result<void> beginLife();
    Result<std::unique_ptr<Database>> takeReader();
    void giveBack(std::unique_ptr<Database> reader);

    QString m_path;
    DatabaseKey m_key;
    std::unique_ptr<QLockFile> m_lock;
    QMutex m_writerMutex;
    std::unique_ptr<Database> m_writer;
    QMutex m_readersMutex;
    std::vector<std::unique_ptr<Database>> m_readers;
};

/// The key of the server's database: HOMEROOM_SERVER_KEY (64 hex digits), else the file
/// `<database>.key` readable by its owner alone, which is made on first use. Errors: WrongKey (no
/// 32 bytes), Io.
Result<DatabaseKey> serverDatabaseKey(const QString& databasePath);

} // namespace homeroom
