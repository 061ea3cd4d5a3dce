// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandline.h"

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

ExitCode exitCodeOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
        return Unreachable;
    case ErrorCode::Unauthorized:
        return NotSignedIn;
    default:
        return Failed;
    }
}

QString commandName(const QStringList& arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == u"--profile"_s)
            ++i;
        else if (!arguments[i].startsWith(u"--"_s))
            return arguments[i];
    }
    return {};
}

std::optional<CommandLine> parseCommandLine(
    const QStringList& arguments, const CommandSyntax& syntax)
{
    CommandLine line;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (optionsEnded || !argument.startsWith(u"--"_s)) {
            line.words.append(argument);
            continue;
        }
        const QString name = argument.sliced(2);
        if (name.isEmpty()) {
            optionsEnded = true;
        } else if (name == u"json"_s) {
            line.json = true;
        } else if (syntax.flags.contains(name)) {
            line.options.insert(name, {});
        } else if (name == u"profile"_s || syntax.valued.contains(name)) {
            if (++i == arguments.size())
                return std::nullopt;
            line.options.insert(name, arguments[i]);
        } else {
            return std::nullopt;
        }
    }
    if (line.words.isEmpty())
        return std::nullopt;
    line.command = line.words.takeFirst();
    line.profile = line.option(u"profile"_s);
    if (line.words.size() < syntax.fewest || line.words.size() > syntax.most)
        return std::nullopt;
    return line;
}

} // namespace homeroom::ctl
