// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/commands.h"

#include "server/rules/familyaccess.h"
#include "server/rules/mutationrules.h"
#include "server/rules/recordwriter.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray userAnswer(const RecordId& user)
{
    return QJsonDocument(QJsonObject{{u"user"_s, user.toString()}}).toJson(QJsonDocument::Compact);
}

Result<void> checkAdministrator(const Caller& caller)
{
    if (caller.active && reachOf(caller.viewer.role, Right::EditUsers) == Reach::All)
        return {};
    return Error{ErrorCode::Forbidden, u"only administrators may"_s};
}

Result<void> setHash(WriteContext& context, const RecordId& user, const QByteArray& hash)
{
    Account account = context.transaction().account(user).value_or(Account{user, {}, std::nullopt});
    account.passwordHash = hash;
    context.transaction().putAccount(account);
    return {};
}

Result<void> checkTeam(WriteContext& context, UserRole role, const RecordId& id)
{
    const bool needsTeam =
        role == UserRole::Tutor || role == UserRole::Sales || role == UserRole::Lead;
    if (id.isNull())
        return needsTeam
            ? Result<void>(Error{ErrorCode::Invalid, u"the role needs a team"_s, u"team"_s})
            : Result<void>();
    if (!needsTeam)
        return Error{ErrorCode::Invalid, u"the role stands outside teams"_s, u"team"_s};
    const auto team = context.transaction().findRecord(RecordKind::Team, id);
    if (!team || team->row.deleted)
        return noSuchRecord(u"team"_s);
    return {};
}

Result<QByteArray> makeUser(
    WriteContext& context, const CreateUserRequest& request, const QByteArray& hash)
{
    User user;
    user.id = Id<User>(context.newId());
    user.name = request.name;
    user.displayName = request.displayName;
    user.role = request.role;
    user.team = Id<Team>(request.team);
    user.active = true;
    user.createdAt = context.now();
    StoredRecord record{toRow(user), {}};
    for (size_t i = 0; i < record.row.values.size(); ++i) {
        const FieldDescription& field = record.row.type().fields[i];
        if (Result<void> valid = validateField(field, record.row.values[i]); !valid.ok())
            return valid.error();
    }
    Result<void> allowed = checkTeam(context, request.role, request.team);
    if (allowed.ok())
        allowed = checkUser(context, record.row, nullptr);
    if (!allowed.ok())
        return allowed.error();
    context.takeStamp();
    record.versions.putCreation({context.stamp(), context.viewer().user, {}, context.now(), {}});
    writeRecord(context, record, nullptr, {u"create-user"_s, {}});
    if (const Result<void> set = setHash(context, user.id, hash); !set.ok())
        return set.error();
    return userAnswer(user.id);
}

Result<QByteArray> endUser(WriteContext& context, const RecordId& id)
{
    auto record = context.transaction().findRecord(RecordKind::User, id);
    if (!record || record->row.deleted)
        return noSuchRecord();
    const RecordRow before = record->row;
    const int active = fieldIndexOf(&User::active);
    record->row.values[size_t(active)] = qint64(0);
    if (const Result<void> left = checkUser(context, record->row, &before); !left.ok())
        return left.error();
    if (record->row.values == before.values)
        return userAnswer(id);
    context.takeStamp();
    noteWrite(record->versions, before.type().fields[size_t(active)], before.value(active),
        qint64(0), {{}, context.viewer().user, {}, context.now(), true}, context.stamp());
    writeRecord(context, *record, &before, {u"deactivate"_s, {}});
    return userAnswer(id);
}

Result<QByteArray> changeTeam(WriteContext& context, const MoveUserRequest& request)
{
    auto record = context.transaction().findRecord(RecordKind::User, request.user);
    if (!record || record->row.deleted)
        return noSuchRecord(u"user"_s);
    const User user = fromRow<User>(record->row);
    if (user.team != request.expectedTeam)
        return Error{ErrorCode::Changed, u"the team is another by now"_s, u"expectedTeam"_s};
    if (const Result<void> fits = checkTeam(context, user.role, request.team); !fits.ok())
        return fits.error();
    if (request.team == request.expectedTeam)
        return userAnswer(request.user);
    const RecordRow before = record->row;
    context.takeStamp();
    setReference(context, *record, fieldIndexOf(&User::team), request.team);
    const QJsonObject detail{
        {u"from"_s, request.expectedTeam.toString()}, {u"to"_s, request.team.toString()}};
    writeRecord(context, std::move(*record), &before, {u"move-user"_s, detail});
    return userAnswer(request.user);
}

} // namespace

Caller systemCaller()
{
    Caller caller;
    caller.viewer.role = UserRole::Admin;
    return caller;
}

Result<CommandAnswer> Commands::createUser(
    const Caller& caller, const CreateUserRequest& request, const QString& key) const
{
    if (const Result<void> allowed = checkAdministrator(caller); !allowed.ok())
        return allowed.error();
    // Outside the transaction: hashing takes as long as a hundred writes.
    const Result<QByteArray> hash = hashedPassword(request.password);
    if (!hash.ok())
        return hash.error();
    const QString identity = QStringList{request.name, request.displayName,
        QString(Words<UserRole>::words[size_t(request.role)]), request.team.toString()}
                                 .join(u'\n');
    return inTransaction(caller, key, sha256(identity.toUtf8()),
        [&](WriteContext& context) { return makeUser(context, request, *hash); });
}

Result<CommandAnswer> Commands::setPassword(
    const Caller& caller, const SetPasswordRequest& request) const
{
    const bool own = caller.active && request.user == caller.viewer.user;
    if (const Result<void> allowed = checkAdministrator(caller); !own && !allowed.ok())
        return allowed.error();
    const Result<QByteArray> hash = hashedPassword(request.password);
    if (!hash.ok())
        return hash.error();
    return inTransaction(caller, {}, {}, [&](WriteContext& context) -> Result<QByteArray> {
        const auto record = context.transaction().findRecord(RecordKind::User, request.user);
        if (!record || record->row.deleted)
            return noSuchRecord();
        if (const Result<void> set = setHash(context, request.user, *hash); !set.ok())
            return set.error();
        context.transaction().revokeUser(request.user);
        context.transaction().appendAudit({context.now(), context.viewer().user,
            context.caller().device, u"set-password"_s, subjectOf(record->row), {}});
        return userAnswer(request.user);
    });
}

Result<CommandAnswer> Commands::deactivate(const Caller& caller, const RecordId& user) const
{
    if (const Result<void> allowed = checkAdministrator(caller); !allowed.ok())
        return allowed.error();
    return inTransaction(
        caller, {}, {}, [&](WriteContext& context) { return endUser(context, user); });
}

Result<CommandAnswer> Commands::moveUser(
    const Caller& caller, const MoveUserRequest& request, const QString& key) const
{
    if (const Result<void> allowed = checkAdministrator(caller); !allowed.ok())
        return allowed.error();
    return inTransaction(caller, key, sha256(encode(request)),
        [&](WriteContext& context) { return changeTeam(context, request); });
}

} // namespace homeroom
