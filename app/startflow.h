// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openprofile.h"
#include "app/settings.h"
#include "app/startoptions.h"
#include "ui/start/signindialog.h"
#include "ui/widgets/questions.h"

#include <QPointer>

namespace homeroom {

class FirstSyncDialog;
class UnlockDialog;

/// The way from a start, a lock or a sign-out to a profile that is open, signed in and synced once.
/// One step follows another by signals; nothing waits in a nested loop. Shows the dialogs on the
/// way and knows nothing of the window at its end.
class StartFlow : public QObject {
    Q_OBJECT

public:
    /// All must outlive the flow.
    struct Parts {
        const Theme& theme;
        Settings& settings;
        Questions& questions;
        SecretStore& secrets;
        const Clock& clock;
        IdFactory& ids;
    };

    StartFlow(const Parts& parts, StartOptions options, QObject* parent = nullptr);
    ~StartFlow() override;

    /// Needs that no profile is open.
    void begin();
    /// Closes the profile and waits for its key. What showed the profile is gone already.
    void lock();
    /// Forgets the account; `signedOut` follows, and a sign-in.
    void signOut();
    /// Asks for the password while the window stays: edits go on without a sign-in.
    void signInAgain();

    /// Null before a profile is unlocked.
    OpenProfile* profile() const { return m_profile.get(); }
    /// The dialog that is asking; null when none is.
    QWidget* dialog() const;

Q_SIGNALS:
    /// The profile can be shown.
    void ready();
    void signedOut();
    /// The person gave up before anything could be shown.
    void givenUp();

private:
    void beginNew();
    void askPassphrase();
    void unlock(const QString& passphrase);
    void openWithPassphrase(const QString& passphrase);
    void openWithKeychain();
    void open(const Result<DatabaseKey>& key);
    Result<void> openProfile(const DatabaseKey& key);
    void afterOpening();
    void askSignIn(KeyKeeping keeping);
    void makeProfile(const SignInForm& form);
    void makeProfileWith(const SignInForm& form, const Result<DatabaseKey>& key);
    void signIn(const SignInForm& form);
    void signedIn(const SignInForm& form);
    void signInFailed(const Error& error);
    Error seenFromHere(const Error& error) const;
    void firstSync();
    void becomeReady();
    void tellReady();
    void discardNewProfile();
    void fail(const Error& error);

    Parts m_parts;
    StartOptions m_options;
    std::unique_ptr<OpenProfile> m_profile{};
    QPointer<SignInDialog> m_signIn{};
    QPointer<UnlockDialog> m_unlock{};
    QPointer<FirstSyncDialog> m_firstSync{};
    bool m_ready = false; // told, and neither locked nor signed out since
    bool m_newProfile = false;
    QStringList m_filesBefore{}; // in the folder, before this run made a profile there
};

} // namespace homeroom
