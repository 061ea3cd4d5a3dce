// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QMultiMap>
#include <QStringList>

#include <optional>

namespace homeroom::ctl {

/// What scripts rely on.
enum ExitCode { Done = 0, Failed = 1, Usage = 2, Unreachable = 3, NotSignedIn = 4 };

/// The exit code that an error ends the program with.
ExitCode exitCodeOf(const Error& error);

struct CommandLine {
    QString profile{}; ///< folder
    bool json = false;
    QString command{};
    QStringList words{}; ///< without options
    QMultiMap<QString, QString> options{}; ///< name without dashes → value; flags have none

    QString option(const QString& name) const { return options.value(name); }
    bool has(const QString& name) const { return options.contains(name); }
};

/// Which options a command takes, and how many words.
struct CommandSyntax {
    QStringList valued{}; ///< options with a value
    QStringList flags{};
    qsizetype fewest = 0;
    qsizetype most = 0;
};

/// The command's name of a line, before its options are understood.
QString commandName(const QStringList& arguments);
/// Nothing where the line does not fit. `--profile` and `--json` may stand anywhere.
std::optional<CommandLine> parseCommandLine(
    const QStringList& arguments, const CommandSyntax& syntax);

} // namespace homeroom::ctl
