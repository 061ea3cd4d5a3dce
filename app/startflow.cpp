// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startflow.h"

#include "ui/editing/sentences.h"
#include "ui/start/firstsyncdialog.h"
#include "ui/start/unlockdialog.h"

#include <QDir>

namespace homeroom {

using namespace Qt::StringLiterals;

StartFlow::StartFlow(const Parts& parts, StartOptions options, QObject* parent)
    : QObject(parent), m_parts(parts), m_options(std::move(options))
{
}

StartFlow::~StartFlow() = default;

void StartFlow::begin()
{
    if (!Profile::exists(m_options.folder))
        beginNew();
    else if (!Profile::needsPassphrase(m_options.folder))
        openWithKeychain();
    else if (m_options.passphrase.isEmpty())
        askPassphrase();
    else
        openWithPassphrase(m_options.passphrase);
}

void StartFlow::beginNew()
{
    m_newProfile = true;
    m_filesBefore = QDir(m_options.folder).entryList(QDir::Files | QDir::Hidden);
    if (!m_options.password.isEmpty()) {
        makeProfile({m_options.server, m_options.user, m_options.password, m_options.passphrase});
        return;
    }
    // Whether there is a keychain decides what the first form asks.
    m_parts.secrets.read(u"homeroom"_s, [this](const auto& answer) {
        askSignIn(answer.ok() ? KeyKeeping::Keychain : KeyKeeping::Passphrase);
    });
}

void StartFlow::askPassphrase()
{
    const bool typed = Profile::needsPassphrase(m_options.folder);
    m_unlock =
        new UnlockDialog(m_parts.theme, typed ? KeyKeeping::Passphrase : KeyKeeping::Keychain);
    m_unlock->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_unlock, &QDialog::rejected, this, &StartFlow::givenUp);
    connect(m_unlock, &UnlockDialog::unlockRequested, this, &StartFlow::unlock);
    m_unlock->show();
}

void StartFlow::unlock(const QString& passphrase)
{
    if (Profile::needsPassphrase(m_options.folder))
        openWithPassphrase(passphrase);
    else
        openWithKeychain();
}

void StartFlow::openWithPassphrase(const QString& passphrase)
{
    open(Profile::keyFromPassphrase(m_options.folder, passphrase));
}

void StartFlow::openWithKeychain()
{
    Profile::keyFromKeychain(
        m_options.folder, m_parts.secrets, [this](const Result<DatabaseKey>& key) { open(key); });
}

/// A profile that was there before.
void StartFlow::open(const Result<DatabaseKey>& key)
{
    const Result<void> opened = key.ok() ? openProfile(*key) : Result<void>(key.error());
    if (opened.ok())
        afterOpening();
    else if (m_unlock)
        m_unlock->showError(opened.error());
    else
        fail(opened.error());
}

Result<void> StartFlow::openProfile(const DatabaseKey& key)
{
    Result<std::unique_ptr<OpenProfile>> profile =
        OpenProfile::open(m_options.folder, key, m_parts.clock, m_parts.ids);
    if (!profile.ok())
        return profile.error();
    m_profile = std::move(*profile);
    return {};
}

/// Straight to the window, unless nobody is signed in.
void StartFlow::afterOpening()
{
    if (m_unlock)
        m_unlock->done(QDialog::Accepted); // close() would mean that the person gave up
    const SessionAccount& account = m_profile->account();
    m_profile->setServer(m_options.server.isEmpty() ? account.server : m_options.server);
    if (!account.isNull() && m_profile->session().isSignedIn())
        becomeReady();
    else if (!m_options.password.isEmpty())
        signIn({m_options.server, m_options.user, m_options.password, {}});
    else
        askSignIn(KeyKeeping::Known);
}

void StartFlow::askSignIn(KeyKeeping keeping)
{
    m_signIn = new SignInDialog(m_parts.theme, keeping);
    m_signIn->setAttribute(Qt::WA_DeleteOnClose);
    const QString known = m_profile ? m_profile->account().server : QString();
    m_signIn->setKnown(known.isEmpty() ? m_parts.settings.server() : known,
        m_profile ? m_profile->account().userName : QString());
    connect(m_signIn, &QDialog::rejected, this, [this] {
        if (!m_ready)
            Q_EMIT givenUp();
    });
    connect(m_signIn, &SignInDialog::signInRequested, this, [this](const SignInForm& form) {
        if (m_profile)
            signIn(form);
        else
            makeProfile(form);
    });
    m_signIn->show();
}

void StartFlow::makeProfile(const SignInForm& form)
{
    if (!QDir().mkpath(m_options.folder)) {
        signInFailed({ErrorCode::Io, u"cannot make the profile folder"_s});
        return;
    }
    if (!form.passphrase.isEmpty()) {
        makeProfileWith(form, Profile::keyFromPassphrase(m_options.folder, form.passphrase));
        return;
    }
    Profile::keyFromKeychain(m_options.folder, m_parts.secrets,
        [this, form](const Result<DatabaseKey>& key) { makeProfileWith(form, key); });
}

void StartFlow::makeProfileWith(const SignInForm& form, const Result<DatabaseKey>& key)
{
    const Result<void> opened = key.ok() ? openProfile(*key) : Result<void>(key.error());
    if (opened.ok())
        signIn(form);
    else
        signInFailed(opened.error());
}

void StartFlow::signIn(const SignInForm& form)
{
    m_profile->setServer(form.server);
    m_profile->session().signIn(
        form.server, form.user, form.password, [this, form](const Result<void>& done) {
            if (done.ok())
                signedIn(form);
            else
                signInFailed(done.error());
        });
}

void StartFlow::signedIn(const SignInForm& form)
{
    m_newProfile = false;
    m_parts.settings.setServer(form.server);
    if (m_signIn)
        m_signIn->done(QDialog::Accepted);
    if (m_ready)
        m_profile->engine().syncNow();
    else
        becomeReady();
}

void StartFlow::signInFailed(const Error& error)
{
    // A profile that was never signed in holds nothing; the next try may choose another passphrase.
    if (m_newProfile)
        discardNewProfile();
    if (m_signIn)
        m_signIn->showError(seenFromHere(error));
    else
        fail(seenFromHere(error));
}

/// To a stranger the server does not say which accounts are deactivated; this profile was told.
Error StartFlow::seenFromHere(const Error& error) const
{
    Error seen = error;
    if (m_profile && m_profile->isDeactivated() && error.code == ErrorCode::Unauthorized)
        seen.field = u"active"_s;
    return seen;
}

void StartFlow::discardNewProfile()
{
    m_profile.reset();
    // Only what this run made: a folder may hold a database whose description got lost, or
    // anything else of a person's.
    const QDir folder(m_options.folder);
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden)) {
        const bool ours = name == u"profile.json"_s || name.startsWith(u"homeroom.db"_s);
        if (ours && !m_filesBefore.contains(name))
            QFile::remove(folder.filePath(name));
    }
}

void StartFlow::firstSync()
{
    SyncEngine& engine = m_profile->engine();
    m_firstSync = new FirstSyncDialog(m_parts.theme);
    m_firstSync->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_firstSync, &FirstSyncDialog::cancelRequested, this, &StartFlow::givenUp);
    connect(m_firstSync, &FirstSyncDialog::retryRequested, &engine, &SyncEngine::syncNow);
    connect(&engine, &SyncEngine::statusChanged, m_firstSync, [this](const SyncStatus& status) {
        if (status.firstSync)
            m_firstSync->setProgress(status.rowsDone, status.rowsExpected - status.rowsDone);
    });
    connect(&engine, &SyncEngine::sessionFailed, m_firstSync, &FirstSyncDialog::showError);
    connect(&engine, &SyncEngine::sessionEnded, m_firstSync, [this] {
        disconnect(&m_profile->engine(), nullptr, m_firstSync, nullptr);
        m_firstSync->done(QDialog::Accepted);
        tellReady();
    });
    m_firstSync->show();
    engine.start();
}

void StartFlow::becomeReady()
{
    if (m_profile->wasSynced())
        tellReady();
    else
        firstSync();
}

void StartFlow::tellReady()
{
    m_ready = true;
    Q_EMIT ready();
}

void StartFlow::lock()
{
    m_ready = false;
    m_options.passphrase.clear();
    if (m_signIn) { // for the profile that closes now
        m_signIn->disconnect(this);
        m_signIn->close();
    }
    m_profile.reset();
    askPassphrase();
}

void StartFlow::signOut()
{
    m_profile->engine().stop();
    m_profile->session().signOut([this] {
        m_ready = false;
        m_options.password.clear();
        Q_EMIT signedOut();
        askSignIn(KeyKeeping::Known);
    });
}

void StartFlow::signInAgain()
{
    askSignIn(KeyKeeping::Known);
}

QWidget* StartFlow::dialog() const
{
    if (m_signIn)
        return m_signIn;
    if (m_unlock)
        return m_unlock;
    return m_firstSync;
}

void StartFlow::fail(const Error& error)
{
    const Question question{tr("Homeroom cannot open this profile"), sentenceFor(error),
        tr("Try again"), tr("Close"), Weight::Normal};
    m_parts.questions.ask(nullptr, question, [this](bool again) {
        if (again)
            begin();
        else
            Q_EMIT givenUp();
    });
}

} // namespace homeroom
