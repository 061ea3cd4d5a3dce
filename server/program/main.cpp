// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/memorydump.h"
#include "server/program/commands.h"

#include <QCoreApplication>

#include <cstdio>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* usageText =
    "usage: homeroom-server serve --database sqlite:FILE --listen HOST:PORT\n"
    "                             [--certificate FILE --key FILE]\n"
    "       homeroom-server user add NAME --role ROLE [--team TEAM] [--display-name NAME]\n"
    "                             --database URL        (password on stdin)\n"
    "       homeroom-server user password NAME --database URL   (password on stdin)\n"
    "       homeroom-server user deactivate NAME --database URL\n"
    "       homeroom-server check --database URL\n"
    "       homeroom-server verify --database URL             (the audit's hash chain)\n"
    "       homeroom-server setting claim-cap [FAMILIES] --database URL\n"
    "       homeroom-server demo --database URL [--families N] [--seed N]\n";

struct Command {
    QLatin1StringView name;
    int (*run)(const CommandLine&);
    QStringList options;
};

const std::vector<Command>& commands()
{
    static const std::vector<Command> all{
        {"serve"_L1, serve, {u"database"_s, u"listen"_s, u"certificate"_s, u"key"_s}},
        {"user"_L1, user, {u"database"_s, u"role"_s, u"team"_s, u"display-name"_s}},
        {"check"_L1, check, {u"database"_s}},
        {"verify"_L1, verify, {u"database"_s}},
        {"setting"_L1, setting, {u"database"_s}},
        {"demo"_L1, demo, {u"database"_s, u"families"_s, u"seed"_s}},
    };
    return all;
}

std::optional<CommandLine> parse(const QStringList& arguments, const QStringList& known)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (!word.startsWith(u"--")) {
            line.words.append(word);
            continue;
        }
        const QString name = word.mid(2);
        if (!known.contains(name) || line.options.contains(name) || i + 1 == arguments.size())
            return std::nullopt;
        line.options.insert(name, arguments[++i]);
    }
    return line;
}

int usage()
{
    std::fputs(usageText, stderr);
    return Usage;
}

} // namespace

int main(int argc, char** argv)
{
    homeroom::refuseMemoryDumps();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"homeroom-server"_s);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty())
        return usage();
    for (const Command& command : commands()) {
        if (command.name != arguments.first())
            continue;
        const auto line = parse(arguments.mid(1), command.options);
        if (!line || !line->options.contains(u"database"_s))
            return usage();
        const int code = command.run(*line);
        return code == Usage ? usage() : code;
    }
    return usage();
}
