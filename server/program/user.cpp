// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/records/records.h"
#include "server/program/commands.h"
#include "server/rules/commands.h"
#include "server/rules/recordwriter.h"

#include <cstdio>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QString passwordFromInput()
{
    QByteArray line;
    for (int c = std::fgetc(stdin); c != EOF && c != '\n'; c = std::fgetc(stdin))
        line.append(char(c));
    if (line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

std::optional<UserRole> roleOf(const QString& word)
{
    for (size_t i = 0; i < std::size(Words<UserRole>::words); ++i) {
        if (Words<UserRole>::words[i] == word)
            return UserRole(i);
    }
    return std::nullopt;
}

/// The team of that name; made where there is none, so that a first user can be.
Result<RecordId> teamNamed(const RuleParts& parts, const QString& name)
{
    if (name.isEmpty())
        return RecordId();
    const Caller caller = systemCaller();
    return parts.storage.write([&](WriteTransaction& transaction) -> Result<RecordId> {
        for (const RecordRow& row : transaction.records(RecordKind::Team)) {
            if (fromRow<Team>(row).name == name)
                return row.id;
        }
        WriteContext context(transaction, caller, parts.clock.now(), parts.policy, parts.ids);
        Team team;
        team.id = Id<Team>(context.newId());
        team.name = name;
        team.active = true;
        context.takeStamp();
        StoredRecord record{toRow(team), {}};
        record.versions.putCreation({context.stamp(), {}, {}, context.now(), {}});
        writeRecord(context, record, nullptr, {u"create"_s, {}});
        return RecordId(team.id);
    });
}

Result<RecordId> userNamed(const RuleParts& parts, const QString& name)
{
    return parts.storage.read([&](ReadTransaction& transaction) -> Result<RecordId> {
        const auto found = transaction.userByName(name);
        if (!found)
            return Error{ErrorCode::NotFound, u"no user of that name"_s};
        return RecordId(found->id);
    });
}

Result<CommandAnswer> add(const RuleParts& parts, const CommandLine& line, UserRole role)
{
    const Result<RecordId> team = teamNamed(parts, line.options.value(u"team"_s));
    if (!team.ok())
        return team.error();
    const CreateUserRequest request{
        line.words[1], line.options.value(u"display-name"_s), passwordFromInput(), role, *team};
    return Commands(parts).createUser(systemCaller(), request, {});
}

Result<CommandAnswer> change(const RuleParts& parts, const CommandLine& line)
{
    const Result<RecordId> id = userNamed(parts, line.words[1]);
    if (!id.ok())
        return id.error();
    if (line.words[0] == u"deactivate"_s)
        return Commands(parts).deactivate(systemCaller(), *id);
    return Commands(parts).setPassword(systemCaller(), {*id, passwordFromInput()});
}

} // namespace

int user(const CommandLine& line)
{
    static const QStringList actions{u"add"_s, u"deactivate"_s, u"password"_s};
    if (line.words.size() != 2 || !actions.contains(line.words[0]))
        return Usage;
    const std::optional<UserRole> role = roleOf(line.options.value(u"role"_s));
    if (line.words[0] == u"add"_s && !role)
        return Usage;
    const auto site = Site::open(line.options.value(u"database"_s));
    if (!site.ok())
        return failed(site.error());
    const RuleParts parts = (*site)->parts();
    const Result<CommandAnswer> answer =
        line.words[0] == u"add"_s ? add(parts, line, *role) : change(parts, line);
    if (!answer.ok())
        return failed(answer.error());
    print(answer->body);
    return Done;
}

} // namespace homeroom
