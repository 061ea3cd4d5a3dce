// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profile.h"

#include "models/store/syncstate.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QString describingFile(const QString& folder)
{
    return QDir(folder).filePath(u"profile.json"_s);
}

QString databaseFile(const QString& folder)
{
    return QDir(folder).filePath(u"homeroom.db"_s);
}

std::optional<ProfileFile> readDescription(const QString& folder)
{
    QFile file(describingFile(folder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const auto id = RecordId::fromString(json.value("id"_L1).toString());
    if (!id)
        return std::nullopt;
    return ProfileFile{*id, QByteArray::fromHex(json.value("salt"_L1).toString().toLatin1())};
}

Result<void> writeDescription(const QString& folder, const ProfileFile& description)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Io, u"cannot make the profile's folder"_s};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QJsonObject json{{u"id"_s, description.id.toString()}};
    if (!description.salt.isEmpty())
        json.insert(u"salt"_s, QString::fromLatin1(description.salt.toHex()));
    QSaveFile file(describingFile(folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0
        || !file.commit())
        return Error{ErrorCode::Io, u"cannot write the profile's folder"_s};
    return {};
}

RecordId newId(const Clock& clock)
{
    return IdFactory(clock, QRandomGenerator::securelySeeded()).next();
}

Result<void> ensureDevice(Workspace& workspace, const Clock& clock)
{
    const auto written = workspace.store().write([&](Database& database) -> Result<ChangeSet> {
        SyncState state(database);
        if (state.device().isNull())
            state.setDevice(newId(clock));
        return ChangeSet{};
    });
    const Result<ChangeSet> done = written.result();
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

void makeKeychainKey(const QString& folder, const ProfileFile& description, SecretStore& secrets,
    const Profile::Unlocked& done)
{
    const DatabaseKey key = DatabaseKey::random();
    secrets.write(description.id.toString(), key.bytes(),
        [folder, description, key, done](const Result<void>& kept) {
            // The folder says «keychain» only once the keychain has proved to work.
            const Result<void> written = kept.ok() ? writeDescription(folder, description) : kept;
            done(written.ok() ? Result<DatabaseKey>(key) : Result<DatabaseKey>(written.error()));
        });
}

} // namespace

bool Profile::exists(const QString& folder)
{
    return QFile::exists(databaseFile(folder)) && readDescription(folder).has_value();
}

bool Profile::needsPassphrase(const QString& folder)
{
    const std::optional<ProfileFile> description = readDescription(folder);
    return description && !description->salt.isEmpty();
}

Result<DatabaseKey> Profile::keyFromPassphrase(const QString& folder, const QString& passphrase)
{
    if (passphrase.isEmpty())
        return Error{ErrorCode::WrongKey, u"the passphrase is empty"_s};
    std::optional<ProfileFile> description = readDescription(folder);
    if (!description && QFile::exists(databaseFile(folder)))
        return Error{ErrorCode::WrongKey, u"the profile's description is lost"_s};
    if (description && description->salt.isEmpty())
        return Error{ErrorCode::WrongKey, u"the profile's key is in the keychain"_s};
    if (!description) {
        description = ProfileFile{newId(SystemClock()), DatabaseKey::randomSalt()};
        if (const Result<void> written = writeDescription(folder, *description); !written.ok())
            return written.error();
    }
    return DatabaseKey::fromPassphrase(passphrase, description->salt);
}

void Profile::keyFromKeychain(const QString& folder, SecretStore& secrets, Unlocked done)
{
    const std::optional<ProfileFile> known = readDescription(folder);
    if (known && !known->salt.isEmpty()) {
        done(Error{ErrorCode::WrongKey, u"the profile wants a passphrase"_s});
        return;
    }
    if (!known && QFile::exists(databaseFile(folder))) {
        done(Error{ErrorCode::WrongKey, u"the profile's description is lost"_s});
        return;
    }
    if (!known) {
        makeKeychainKey(folder, {newId(SystemClock()), {}}, secrets, done);
        return;
    }
    secrets.read(known->id.toString(), [done](const Result<std::optional<QByteArray>>& secret) {
        if (!secret.ok())
            done(secret.error());
        else if (!*secret)
            done(Error{ErrorCode::WrongKey, u"the keychain has lost the profile's key"_s});
        else
            done(DatabaseKey::fromBytes(**secret));
    });
}

Result<std::unique_ptr<Profile>> Profile::open(
    const QString& folder, const DatabaseKey& key, const Clock& clock, Threading threading)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Io, u"cannot make the profile's folder"_s};
    DatabaseOptions options{databaseFile(folder), key};
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(options, clock, threading);
    if (!workspace.ok())
        return workspace.error();
    if (const Result<void> ready = ensureDevice(**workspace, clock); !ready.ok())
        return ready.error();
    std::unique_ptr<Profile> profile(new Profile);
    profile->m_workspace = std::move(*workspace);
    return profile;
}

} // namespace homeroom
