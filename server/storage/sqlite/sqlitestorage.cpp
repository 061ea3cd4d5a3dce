// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/sqlite/sqlitestorage.h"

#include "models/database/databaselock.h"
#include "models/database/migrations.h"
#include "models/values/mutants.h"
#include "server/storage/sqlite/sqlitetransaction.h"

#include <QDir>

#include <array>

static void initialiseMigrations()
{
    Q_INIT_RESOURCE(servermigrations);
}

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 writerCacheKiB = 65536;
constexpr qint64 readerCacheKiB = 16384;

constexpr std::array serverMigrations{
    Migration{1, ":/migrations/server/0001_first.sql"_L1},
    Migration{2, ":/migrations/server/0002_commands.sql"_L1},
    Migration{3, ":/migrations/server/0003_history.sql"_L1},
    Migration{4, ":/migrations/server/0004_audit_end.sql"_L1},
    Migration{5, ":/migrations/server/0005_incarnations.sql"_L1},
    Migration{6, ":/migrations/server/0006_today.sql"_L1},
    Migration{7, ":/migrations/server/0007_cohort.sql"_L1},
    Migration{8, ":/migrations/server/0008_access.sql"_L1},
};

RecordId randomId()
{
    return RecordId::fromBytes(DatabaseKey::random().bytes().first(16));
}

void seedOrganisation(Database& database)
{
    Statement found = database.statement("SELECT 1 FROM org");
    if (found.step())
        return;
    Statement org = database.statement("INSERT INTO org (id, generation, seq, name, timeZone) "
                                       "VALUES (?1, 1, 0, 'Homeroom', 'Asia/Shanghai')");
    org.bind(1, randomId()).execute();
    for (const QString& name : {u"cursor"_s, u"phone"_s}) {
        Statement secret = database.statement("INSERT INTO secret (name, value) VALUES (?1, ?2)");
        secret.bind(1, name).bind(2, DatabaseKey::random().bytes()).execute();
    }
}

} // namespace

Result<std::unique_ptr<SqliteStorage>> SqliteStorage::open(const SqliteStorageOptions& options)
{
    initialiseMigrations();
    Result<std::unique_ptr<QLockFile>> lock = lockDatabase(options.path);
    if (!lock.ok())
        return lock.error();
    auto writer = Database::open(
        {options.path, options.key, Access::ReadWrite, writerCacheKiB, options.observer});
    if (!writer.ok())
        return writer.error();
    if (const Result<void> migrated = migrate(**writer, serverMigrations); !migrated.ok())
        return migrated.error();
    std::unique_ptr<SqliteStorage> storage(
        new SqliteStorage(options, std::move(*lock), std::move(*writer)));
    if (const Result<void> begun = storage->beginLife(); !begun.ok())
        return begun.error();
    return storage;
}

SqliteStorage::SqliteStorage(const SqliteStorageOptions& options, std::unique_ptr<QLockFile> lock,
    std::unique_ptr<Database> writer)
    : m_path(options.path), m_key(options.key), m_lock(std::move(lock)), m_writer(std::move(writer))
{
}

SqliteStorage::~SqliteStorage() = default;

Result<void> SqliteStorage::beginLife()
{
    return runWrite([this](WriteTransaction& transaction) -> Result<void> {
        seedOrganisation(*m_writer);
        const Stamp now = transaction.organisation().stamp;
        Statement end = m_writer->statement(
            "UPDATE incarnation SET lastSeq = ?1 WHERE lastSeq IS NULL RETURNING id");
        end.bind(1, now.seq);
        const RecordId previous = end.step() ? end.id(0) : RecordId();
        transaction.putIncarnation({now.generation, randomId(), now.seq + 1, {}, previous, {}});
        return {};
    });
}

Result<void> SqliteStorage::runWrite(const WriteWork& work)
{
    const QMutexLocker locked(&m_writerMutex);
    bool done = false;
    const Result<void> committed = m_writer->write([&](Database& database) -> Result<void> {
        SqliteTransaction transaction(database);
        const Result<void> worked = work(transaction);
        done = worked.ok();
        if (done)
            transaction.closeAudit();
        return worked;
    });
    return done && mutated(Mutant::AckBeforeCommit) ? Result<void>() : committed;
}

Result<void> SqliteStorage::runRead(const ReadWork& work)
{
    Result<std::unique_ptr<Database>> reader = takeReader();
    if (!reader.ok())
        return reader.error();
    Result<void> answer = (*reader)->read([&](Database& database) -> Result<void> {
        SqliteTransaction transaction(database);
        return work(transaction);
    });
    giveBack(std::move(*reader));
    return answer;
}

Result<std::unique_ptr<Database>> SqliteStorage::takeReader()
{
    {
        const QMutexLocker locked(&m_readersMutex);
        if (!m_readers.empty()) {
            std::unique_ptr<Database> reader = std::move(m_readers.back());
            m_readers.pop_back();
            return reader;
        }
    }
    return Database::open({m_path, m_key, Access::ReadOnly, readerCacheKiB, nullptr});
}

void SqliteStorage::giveBack(std::unique_ptr<Database> reader)
{
    const QMutexLocker locked(&m_readersMutex);
    m_readers.push_back(std::move(reader));
}

} // namespace homeroom
