// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"
#include "app/shell.h"
#include "sync/httptransport.h"
#include "sync/profile.h"
#include "sync/scheduler.h"
#include "sync/session.h"
#include "sync/syncengine.h"
#include "ui/editing/editdesk.h"
#include "ui/language/language.h"
#include "ui/start/signindialog.h"
#include "ui/widgets/windowquestions.h"

#include <QPointer>

namespace homeroom {

class FirstSyncDialog;
class UnlockDialog;

/// How the program was started.
struct StartOptions {
    QString folder{}; ///< of the profile
    QString server{}; ///< proposed, or fixed by the demo
    QString user{};
    QString password{}; ///< of a demo user; signs in by itself
    QString passphrase{}; ///< of the profile, where nobody is there to type it
};

/// The only place that wires concrete services: opens the profile, signs in, starts the sync and
/// the window. One step follows another by signals; nothing waits in a nested loop.
class CompositionRoot : public QObject {
    Q_OBJECT

public:
    CompositionRoot(QApplication& application, StartOptions options, QObject* parent = nullptr);
    ~CompositionRoot() override;

    void start();
    /// Brings the window to the front, as when the program is started a second time.
    void raise();

Q_SIGNALS:
    /// The person gave up before anything was open.
    void finished();

private:
    struct Open; // what lives as long as an open profile

    void begin();
    void askPassphrase();
    void openWithKeychain();
    void openProfile(const DatabaseKey& key, const std::function<void(const Error&)>& failed);
    void afterOpening();
    void askSignIn(KeyKeeping keeping);
    void makeProfile(const SignInForm& form);
    void makeProfileWith(const SignInForm& form, const Result<DatabaseKey>& key);
    void signIn(const SignInForm& form);
    void signInFailed(const Error& error);
    void firstSync();
    void showWindow();
    void connectWindow();
    void showStatus(const SyncStatus& status);
    void openSettings();
    void openSyncCentre();
    void lock();
    void signOut();
    void close();
    void discardNewProfile();
    void failStart(const Error& error);

    StartOptions m_options;
    SystemClock m_clock;
    IdFactory m_ids;
    Theme m_theme;
    Language m_language;
    Shortcuts m_shortcuts;
    Settings m_settings;
    WindowQuestions m_questions;
    KeychainSecretStore m_secrets;
    std::unique_ptr<Open> m_open;
    QPointer<SignInDialog> m_signIn;
    QPointer<UnlockDialog> m_unlock;
    QPointer<FirstSyncDialog> m_firstSync;
    bool m_newProfile = false;
    QStringList m_filesBefore; ///< in the folder, before this run made a profile there
};

} // namespace homeroom
