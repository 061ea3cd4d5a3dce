// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "models/database/memorydump.h"

#include <QCoreApplication>

using namespace homeroom;
using namespace homeroom::ctl;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype anyNumber = 1'000'000;

constexpr const char* usageText =
    "usage: homeroomctl --profile DIR [--json] COMMAND\n"
    "  login --server URL --user NAME        password on stdin\n"
    "  sync [--watch [--for SECONDS]]        push all, pull all; or go on, a line a page\n"
    "  status\n"
    "  list TYPE [--where FIELD=VALUE]... [--limit N]\n"
    "  show TYPE ID\n"
    "  add TYPE FIELD=VALUE...\n"
    "  set TYPE ID FIELD=VALUE...\n"
    "  undo\n"
    "  conflicts                             what waits for a decision\n"
    "  resolve ID --field F=mine|theirs|VALUE... | --keep | --dismiss\n"
    "  outbox                                edits on their way, and refused ones\n"
    "  history TYPE ID                       who changed what\n"
    "  today [--limit N]                     families to turn to, with the reason\n"
    "  tasks [--days N]                      open tasks that are due, or will be in N days\n"
    "  view NAME [--limit N]                 families of a saved view\n"
    "  duplicates                            families that may be one, with the reasons\n"
    "  search customers QUERY [--limit N]    as Ctrl+K in the window\n"
    "  assign CUSTOMER... --to USER\n"
    "  claim CUSTOMER... | --list [--text WORDS] [--tier TIER] [--limit N]\n"
    "  return CUSTOMER...                    to the pool\n"
    "  merge WINNER LOSER\n"
    "  unmerge WINNER LOSER\n"
    "  unmask CUSTOMER --reason TEXT\n"
    "  move-user USER --to TEAM\n"
    "  deactivate USER\n"
    "  import FILE --as customer [--map MAP.json] [--key FIELD]\n"
    "         [--mode create|update|append|skip] [--empty WORD]... [--guardians-agreed]\n"
    "         [--rehearse]\n"
    "  export TYPE FILE.csv\n"
    "  parse FILE                            a CSV as it was understood\n"
    "  check                                 integrity of the local database\n";

using Run = void (*)(const CommandLine&, OpenProfile&, const Finished&);

struct Command {
    QString name;
    CommandSyntax syntax;
    Run run; ///< null for one without a profile
};

const std::vector<Command>& commands()
{
    static const std::vector<Command> all{
        {u"login"_s, {{u"server"_s, u"user"_s}, {}, 0, 0}, login},
        {u"sync"_s, {{u"for"_s}, {u"watch"_s}, 0, 0}, sync},
        {u"status"_s, {}, status},
        {u"list"_s, {{u"where"_s, u"limit"_s}, {}, 1, 1}, list},
        {u"show"_s, {{}, {}, 2, 2}, show},
        {u"add"_s, {{}, {}, 1, anyNumber}, add},
        {u"set"_s, {{}, {}, 3, anyNumber}, set},
        {u"undo"_s, {}, undo},
        {u"conflicts"_s, {}, conflicts},
        {u"resolve"_s, {{u"field"_s}, {u"keep"_s, u"dismiss"_s}, 1, 1}, resolve},
        {u"outbox"_s, {}, outbox},
        {u"history"_s, {{}, {}, 2, 2}, history},
        {u"today"_s, {{u"limit"_s}, {}, 0, 0}, today},
        {u"tasks"_s, {{u"days"_s}, {}, 0, 0}, tasks},
        {u"view"_s, {{u"limit"_s}, {}, 1, 1}, view},
        {u"duplicates"_s, {}, duplicates},
        {u"search"_s, {{u"limit"_s}, {}, 2, 2}, search},
        {u"assign"_s, {{u"to"_s}, {}, 1, anyNumber}, assign},
        {u"claim"_s, {{u"text"_s, u"tier"_s, u"limit"_s}, {u"list"_s}, 0, anyNumber}, claim},
        {u"return"_s, {{}, {}, 1, anyNumber}, returnToPool},
        {u"merge"_s, {{}, {}, 2, 2}, merge},
        {u"unmerge"_s, {{}, {}, 2, 2}, unmerge},
        {u"unmask"_s, {{u"reason"_s}, {}, 1, 1}, unmask},
        {u"move-user"_s, {{u"to"_s}, {}, 1, 1}, moveUser},
        {u"deactivate"_s, {{}, {}, 1, 1}, deactivate},
        {u"import"_s,
            {{u"as"_s, u"map"_s, u"key"_s, u"mode"_s, u"empty"_s},
                {u"rehearse"_s, u"guardians-agreed"_s}, 1, 1},
            import},
        {u"export"_s, {{}, {}, 2, 2}, exportTable},
        {u"parse"_s, {{}, {}, 1, 1}, nullptr},
        {u"check"_s, {}, check},
    };
    return all;
}

int usage()
{
    fputs(usageText, stderr);
    return Usage;
}

int runWithProfile(const Command& command, const CommandLine& line)
{
    const SystemClock clock;
    KeychainSecretStore secrets;
    std::unique_ptr<OpenProfile> profile;
    const Finished finished = [](ExitCode code) {
        // Queued: a command may end before the event loop has begun.
        QMetaObject::invokeMethod(
            qApp, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    };
    const Creation creation = command.run == login ? Creation::Allowed : Creation::Refused;
    openProfile(line, secrets, clock, creation, [&](Result<std::unique_ptr<OpenProfile>> opened) {
        if (!opened.ok()) {
            finished(complain(opened.error()));
            return;
        }
        profile = std::move(*opened);
        command.run(line, *profile, finished);
    });
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    refuseMemoryDumps();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"homeroomctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HOMEROOM_VERSION));
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    const QString name = commandName(arguments);
    for (const Command& command : commands()) {
        if (command.name != name)
            continue;
        const std::optional<CommandLine> line = parseCommandLine(arguments, command.syntax);
        const bool complete =
            line && (command.run != login || (line->has(u"server"_s) && line->has(u"user"_s)));
        if (!complete || (command.run && line->profile.isEmpty()))
            return usage();
        return command.run ? runWithProfile(command, *line) : parse(*line);
    }
    return usage();
}
