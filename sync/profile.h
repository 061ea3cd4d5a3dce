// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "sync/secretstore.h"

namespace homeroom {

/// What a profile folder says about itself before it is unlocked (`profile.json`).
struct ProfileFile {
    RecordId id{}; ///< names its key in the keychain
    QByteArray salt{}; ///< of the passphrase; empty where the key rests in the keychain

    bool operator==(const ProfileFile&) const = default;
};

/// One person's data on this machine: a folder with the encrypted database and what is needed to
/// find its key. The key itself is in the desktop's keychain, or derived from a passphrase; it is
/// never in the folder.
class Profile {
public:
    using Unlocked = std::function<void(Result<DatabaseKey>)>;

    /// Whether the folder holds a profile, locked or not.
    static bool exists(const QString& folder);
    /// Whether an existing profile wants a passphrase rather than the keychain.
    static bool needsPassphrase(const QString& folder);

    /// The key of an existing profile, or of a new one in that folder, from a passphrase. Takes
    /// about 0.1 s. Errors: WrongKey (empty passphrase, or the profile's key is in the keychain;
    /// a wrong passphrase shows when opening), Io.
    static Result<DatabaseKey> keyFromPassphrase(const QString& folder, const QString& passphrase);
    /// The key from the keychain; a new profile gets a random one. Errors: NoKeychain, WrongKey
    /// (the profile wants a passphrase, or the keychain has lost its key), Io.
    static void keyFromKeychain(const QString& folder, SecretStore& secrets, Unlocked done);

    /// Errors: InUse, WrongKey, NewerDatabase, Io, Database.
    static Result<std::unique_ptr<Profile>> open(
        const QString& folder, const DatabaseKey& key, const Clock& clock, Threading threading);

    Workspace& workspace() { return *m_workspace; }

private:
    Profile() = default;

    std::unique_ptr<Workspace> m_workspace{};
};

} // namespace homeroom
