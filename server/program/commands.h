// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/push.h"
#include "server/storage/sqlite/sqlitestorage.h"

#include <QStringList>

namespace homeroom {

/// Exit codes of homeroom-server.
enum ExitCode { Done = 0, Failed = 1, Usage = 2 };

/// What stands behind `homeroom-server COMMAND`: positional words and `--name value` options.
struct CommandLine {
    QStringList words{};
    QHash<QString, QString> options{};
};

/// A storage with clock and ids for one run of the program.
class Site {
public:
    /// Opens `sqlite:FILE`. Errors: Invalid for another URL, and those of SqliteStorage::open.
    static Result<std::unique_ptr<Site>> open(const QString& url);

    RuleParts parts() { return {*m_storage, m_clock, m_ids, {}}; }
    Storage& storage() { return *m_storage; }

private:
    explicit Site(std::unique_ptr<SqliteStorage> storage);

    SystemClock m_clock{};
    IdFactory m_ids;
    std::unique_ptr<SqliteStorage> m_storage;
};

int serve(const CommandLine& line);
int user(const CommandLine& line);
int check(const CommandLine& line);
int verify(const CommandLine& line);
int setting(const CommandLine& line);
int demo(const CommandLine& line);

/// One line on stderr; the exit code to return.
int failed(const QString& sentence);
int failed(const Error& error);
/// One line on stdout, at once.
void print(const QByteArray& line);

} // namespace homeroom
