// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compositionroot.h"

#include "app/adminlinks.h"
#include "app/syncstatusline.h"
#include "models/items/familychips.h"
#include "sync/commandclient.h"
#include "ui/editing/sentences.h"
#include "ui/settings/settingsdialog.h"
#include "ui/start/firstsyncdialog.h"
#include "ui/start/unlockdialog.h"
#include "ui/synccentre/synccentredialog.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QUrl>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QString settingsFile(const QString& folder)
{
    return folder + u"/settings.ini"_s;
}

QTimeZone organisationZone(const QString& id)
{
    const QTimeZone zone(id.toUtf8());
    return zone.isValid() ? zone : QTimeZone("Asia/Shanghai");
}

} // namespace

/// Members are made in this order and go away in the opposite one: the window before the engine,
/// the engine before the store.
struct CompositionRoot::Open {
    std::unique_ptr<Profile> profile;
    HttpTransport transport{};
    EventLoopScheduler scheduler{};
    std::unique_ptr<Session> session{};
    std::unique_ptr<SyncEngine> engine{};
    std::unique_ptr<CommandClient> commands{};
    std::unique_ptr<Catalogue> catalogue{};
    std::unique_ptr<FamilyChips> chips{};
    std::unique_ptr<EditDesk> desk{};
    std::unique_ptr<PageContext> context{};
    std::unique_ptr<Shell> shell{};

    Workspace& workspace() { return profile->workspace(); }
};

CompositionRoot::CompositionRoot(QApplication& application, StartOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options)),
      m_ids(m_clock, QRandomGenerator(*QRandomGenerator::system())), m_theme(application),
      m_settings(settingsFile(m_options.folder)), m_questions(m_theme)
{
    m_settings.restore(m_theme, m_language, m_shortcuts);
}

CompositionRoot::~CompositionRoot()
{
    close();
}

void CompositionRoot::start()
{
    begin();
}

void CompositionRoot::begin()
{
    if (!Profile::exists(m_options.folder)) {
        m_newProfile = true;
        m_filesBefore = QDir(m_options.folder).entryList(QDir::Files | QDir::Hidden);
        if (!m_options.password.isEmpty()) {
            makeProfile(
                {m_options.server, m_options.user, m_options.password, m_options.passphrase});
            return;
        }
        // Whether there is a keychain decides what the first form asks.
        m_secrets.read(u"homeroom"_s, [this](const auto& answer) {
            askSignIn(answer.ok() ? KeyKeeping::Keychain : KeyKeeping::Passphrase);
        });
        return;
    }
    if (!Profile::needsPassphrase(m_options.folder)) {
        openWithKeychain();
        return;
    }
    if (m_options.passphrase.isEmpty()) {
        askPassphrase();
        return;
    }
    const Result<DatabaseKey> key =
        Profile::keyFromPassphrase(m_options.folder, m_options.passphrase);
    if (!key.ok())
        failStart(key.error());
    else
        openProfile(*key, [this](const Error& error) { failStart(error); });
}

void CompositionRoot::askPassphrase()
{
    const bool typed = Profile::needsPassphrase(m_options.folder);
    m_unlock = new UnlockDialog(m_theme, typed ? KeyKeeping::Passphrase : KeyKeeping::Keychain);
    m_unlock->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_unlock, &QDialog::rejected, this, &CompositionRoot::finished);
    connect(
        m_unlock, &UnlockDialog::unlockRequested, this, [this, typed](const QString& passphrase) {
            if (!typed) {
                openWithKeychain();
                return;
            }
            const Result<DatabaseKey> key =
                Profile::keyFromPassphrase(m_options.folder, passphrase);
            if (!key.ok())
                m_unlock->showError(key.error());
            else
                openProfile(*key, [this](const Error& error) { m_unlock->showError(error); });
        });
    m_unlock->show();
}

void CompositionRoot::openWithKeychain()
{
    Profile::keyFromKeychain(m_options.folder, m_secrets, [this](const Result<DatabaseKey>& key) {
        if (!key.ok())
            failStart(key.error());
        else
            openProfile(*key, [this](const Error& error) { failStart(error); });
    });
}

void CompositionRoot::openProfile(
    const DatabaseKey& key, const std::function<void(const Error&)>& failed)
{
    Result<std::unique_ptr<Profile>> profile =
        Profile::open(m_options.folder, key, m_clock, Threading::OwnThreads);
    if (!profile.ok()) {
        failed(profile.error());
        return;
    }
    m_open = std::make_unique<Open>();
    m_open->profile = std::move(*profile);
    Workspace& workspace = m_open->workspace();
    m_open->session = std::make_unique<Session>(
        workspace.store(), workspace.reader(), m_open->transport, m_open->scheduler, m_clock);
    m_open->engine = std::make_unique<SyncEngine>(
        SyncEngine::Parts{workspace.store(), workspace.writerExecutor(), *m_open->session,
            m_open->scheduler, m_clock, QRandomGenerator(*QRandomGenerator::system())});
    m_open->commands = std::make_unique<CommandClient>(CommandClient::Parts{*m_open->session,
        m_open->scheduler, m_ids, [engine = m_open->engine.get()] { engine->syncNow(); }});
    connect(m_open->engine.get(), &SyncEngine::statusChanged, this, &CompositionRoot::showStatus);
    if (!m_newProfile)
        afterOpening();
}

/// A profile that was there before: straight to the window, unless nobody is signed in.
void CompositionRoot::afterOpening()
{
    if (m_unlock)
        m_unlock->done(QDialog::Accepted); // close() would mean that the person gave up
    const SessionAccount& account = m_open->session->account();
    if (!m_options.server.isEmpty())
        m_open->transport.setServer(QUrl(m_options.server));
    else
        m_open->transport.setServer(QUrl(account.server));
    if (account.isNull() || !m_open->session->isSignedIn()) {
        if (!m_options.password.isEmpty())
            signIn({m_options.server, m_options.user, m_options.password, {}});
        else
            askSignIn(KeyKeeping::Keychain); // the profile has its key already
        return;
    }
    if (m_open->engine->status().syncedAt == 0)
        firstSync();
    else
        showWindow();
}

void CompositionRoot::askSignIn(KeyKeeping keeping)
{
    m_signIn = new SignInDialog(m_theme, keeping);
    m_signIn->setAttribute(Qt::WA_DeleteOnClose);
    const QString known = m_open ? m_open->session->account().server : QString();
    m_signIn->setKnown(known.isEmpty() ? m_settings.server() : known,
        m_open ? m_open->session->account().userName : QString());
    connect(m_signIn, &QDialog::rejected, this, [this] {
        // With a window open, one may go on without a sign-in: edits are kept.
        if (!m_open || !m_open->shell)
            Q_EMIT finished();
    });
    connect(m_signIn, &SignInDialog::signInRequested, this, [this](const SignInForm& form) {
        if (m_open)
            signIn(form);
        else
            makeProfile(form);
    });
    m_signIn->show();
}

void CompositionRoot::makeProfile(const SignInForm& form)
{
    if (!QDir().mkpath(m_options.folder)) {
        signInFailed({ErrorCode::Io, u"cannot make the profile folder"_s});
        return;
    }
    if (!form.passphrase.isEmpty()) {
        makeProfileWith(form, Profile::keyFromPassphrase(m_options.folder, form.passphrase));
        return;
    }
    Profile::keyFromKeychain(m_options.folder, m_secrets,
        [this, form](const Result<DatabaseKey>& key) { makeProfileWith(form, key); });
}

void CompositionRoot::makeProfileWith(const SignInForm& form, const Result<DatabaseKey>& key)
{
    if (!key.ok()) {
        signInFailed(key.error());
        return;
    }
    openProfile(*key, [this](const Error& error) { signInFailed(error); });
    if (m_open)
        signIn(form);
}

void CompositionRoot::signIn(const SignInForm& form)
{
    m_open->transport.setServer(QUrl(form.server));
    m_open->session->signIn(
        form.server, form.user, form.password, [this, form](const Result<void>& done) {
            if (!done.ok()) {
                signInFailed(done.error());
                return;
            }
            m_newProfile = false;
            m_settings.setServer(form.server);
            if (m_signIn)
                m_signIn->done(QDialog::Accepted);
            if (m_open->shell)
                m_open->engine->syncNow();
            else if (m_open->engine->status().syncedAt == 0)
                firstSync();
            else
                showWindow();
        });
}

void CompositionRoot::signInFailed(const Error& error)
{
    // A profile that was never signed in holds nothing; the next try may choose another passphrase.
    if (m_newProfile)
        discardNewProfile();
    if (m_signIn)
        m_signIn->showError(error);
    else
        failStart(error);
}

void CompositionRoot::discardNewProfile()
{
    close();
    // Only what this run made: a folder may hold a database whose description got lost, or
    // anything else of a person's.
    const QDir folder(m_options.folder);
    for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden)) {
        const bool ours = name == u"profile.json"_s || name.startsWith(u"homeroom.db"_s);
        if (ours && !m_filesBefore.contains(name))
            QFile::remove(folder.filePath(name));
    }
}

void CompositionRoot::firstSync()
{
    m_firstSync = new FirstSyncDialog(m_theme);
    m_firstSync->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_firstSync, &FirstSyncDialog::cancelRequested, this, &CompositionRoot::finished);
    connect(
        m_firstSync, &FirstSyncDialog::retryRequested, m_open->engine.get(), &SyncEngine::syncNow);
    connect(
        m_open->engine.get(), &SyncEngine::sessionFailed, m_firstSync, &FirstSyncDialog::showError);
    connect(m_open->engine.get(), &SyncEngine::sessionEnded, m_firstSync, [this] {
        m_firstSync->done(QDialog::Accepted);
        m_firstSync = nullptr;
        showWindow();
    });
    m_firstSync->show();
    m_open->engine->start();
}

void CompositionRoot::showWindow()
{
    const SessionAccount& account = m_open->session->account();
    Workspace& workspace = m_open->workspace();
    m_open->catalogue = std::make_unique<Catalogue>(workspace.reader(), workspace.store());
    m_open->chips =
        std::make_unique<FamilyChips>(workspace, m_clock, organisationZone(account.timeZone));
    m_open->desk = std::make_unique<EditDesk>(workspace.store());
    m_open->context.reset(
        new PageContext{workspace, *m_open->catalogue, *m_open->chips, *m_open->desk, m_theme,
            m_questions, m_clock, m_ids, account.viewer, organisationZone(account.timeZone)});
    m_open->shell = std::make_unique<Shell>(*m_open->context, m_shortcuts, m_settings);
    connectWindow();
    showStatus(m_open->engine->status());
    m_open->shell->window().show();
    m_open->engine->start();
}

void CompositionRoot::connectWindow()
{
    Shell& shell = *m_open->shell;
    MainWindow& window = shell.window();
    const SessionAccount& account = m_open->session->account();
    const RecordType& type = recordTypeOf<User>();
    const FieldDescription& role = type.fields[size_t(fieldIndexOf(&User::role))];
    const QString word = std::get<QString>(detail::toFieldValue(account.viewer.role));
    window.setUser(account.displayName.isEmpty() ? account.userName : account.displayName,
        displayWord(role, word));
    connect(&shell, &Shell::syncRequested, m_open->engine.get(), &SyncEngine::syncNow);
    connect(&window, &MainWindow::settingsRequested, this, &CompositionRoot::openSettings);
    connect(&window, &MainWindow::syncCentreRequested, this, &CompositionRoot::openSyncCentre);
    connect(&window, &MainWindow::closed, this, &CompositionRoot::finished);
    // Deferred: the window that asks goes away with the answer.
    connect(
        &window, &MainWindow::lockRequested, this, &CompositionRoot::lock, Qt::QueuedConnection);
    connect(&window, &MainWindow::signOutRequested, this, &CompositionRoot::signOut,
        Qt::QueuedConnection);
    if (shell.admin())
        linkAdmin(*shell.admin(), *m_open->commands);
}

void CompositionRoot::showStatus(const SyncStatus& status)
{
    if (m_firstSync && status.firstSync)
        m_firstSync->setProgress(status.rowsDone, status.rowsExpected - status.rowsDone);
    if (m_open && m_open->shell)
        showSyncStatus(
            m_open->shell->window().statusLine(), status, m_open->context->zone, m_clock.now());
}

void CompositionRoot::openSettings()
{
    auto* dialog = new SettingsDialog(
        m_theme, m_language, m_shortcuts, m_options.folder, &m_open->shell->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::changed, this,
        [this] { m_settings.keep(m_theme, m_language, m_shortcuts); });
    connect(dialog, &SettingsDialog::folderRequested, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_options.folder)); });
    dialog->open();
}

void CompositionRoot::lock()
{
    m_options.passphrase.clear();
    close();
    askPassphrase();
}

void CompositionRoot::signOut()
{
    m_open->engine->stop();
    m_open->session->signOut([this] {
        m_open->shell.reset();
        m_open->context.reset();
        m_options.password.clear();
        askSignIn(KeyKeeping::Keychain);
    });
}

void CompositionRoot::openSyncCentre()
{
    if (m_open->engine->status().activity == SyncActivity::SignInNeeded) {
        askSignIn(KeyKeeping::Keychain);
        return;
    }
    Shell& shell = *m_open->shell;
    auto* dialog = new SyncCentreDialog(*m_open->context, &shell.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SyncCentreDialog::syncRequested, m_open->engine.get(), &SyncEngine::syncNow);
    connect(dialog, &SyncCentreDialog::customerRequested, &shell,
        [dialog, &shell](const RecordId& customer) {
            dialog->close();
            shell.openCustomer(customer, {});
        });
    dialog->open();
}

void CompositionRoot::close()
{
    if (m_open && m_open->engine)
        m_open->engine->stop();
    m_open.reset();
}

void CompositionRoot::raise()
{
    QWidget* window = nullptr;
    if (m_open && m_open->shell)
        window = &m_open->shell->window();
    else if (m_signIn)
        window = m_signIn;
    else if (m_unlock)
        window = m_unlock;
    if (!window)
        return;
    window->show();
    window->raise();
    window->activateWindow();
}

void CompositionRoot::failStart(const Error& error)
{
    const Question question{tr("Homeroom cannot open this profile"), sentenceFor(error),
        tr("Try again"), tr("Close"), Weight::Normal};
    m_questions.ask(nullptr, question, [this](bool again) {
        if (again)
            begin();
        else
            Q_EMIT finished();
    });
}

} // namespace homeroom
