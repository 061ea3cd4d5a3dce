// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openwindow.h"

#include "app/adminlinks.h"
#include "app/openprofile.h"
#include "app/syncstatusline.h"
#include "models/store/synccentrequery.h"
#include "models/store/syncstate.h"
#include "sync/organisationzone.h"
#include "ui/editing/sentences.h"
#include "ui/settings/settingsdialog.h"
#include "ui/synccentre/synccentredialog.h"

#include <QDesktopServices>
#include <QUrl>

namespace homeroom {

OpenWindow::OpenWindow(
    const Parts& parts, OpenProfile& profile, const QString& folder, QObject* parent)
    : QObject(parent), m_parts(parts), m_profile(profile), m_folder(folder),
      m_catalogue(profile.workspace().reader(), profile.workspace().store()),
      m_chips(profile.workspace(), parts.clock, organisationZone(profile.account().timeZone)),
      m_desk(profile.workspace().store()),
      m_server(profile.commands()), m_context{profile.workspace(), m_catalogue, m_chips, m_desk,
                                        parts.theme, parts.questions, parts.clock, parts.ids,
                                        profile.account().viewer,
                                        organisationZone(profile.account().timeZone), &m_server},
      m_shell(m_context, parts.shortcuts, parts.settings),
      m_rules(profile.workspace(), m_chips, m_context.viewer,
          [this] { return workTimeOf(m_catalogue, m_context.zone); }),
      m_reminders(profile.workspace(), m_catalogue, parts.clock, m_context.viewer, m_context.zone),
      m_tray(m_context), m_idle(parts.clock),
      m_access(profile.workspace(), parts.clock, m_context.viewer, m_context.zone)
{
    showUser();
    connectWindow();
    connectSync();
    connectReminders();
}

OpenWindow::~OpenWindow() = default;

void OpenWindow::show()
{
    // Back to where the work was left; a page that the role no longer has is not there to show.
    window().showPage(m_parts.settings.lastPage());
    window().show();
    // Behind the events that paint the window.
    QTimer::singleShot(0, &m_profile.engine(), &SyncEngine::start);
    QTimer::singleShot(0, &m_reminders, &ReminderWatch::start);
}

void OpenWindow::showUser()
{
    const SessionAccount& account = m_profile.account();
    const RecordType& type = recordTypeOf<User>();
    const FieldDescription& role = type.fields[size_t(fieldIndexOf(&User::role))];
    const QString word = std::get<QString>(detail::toFieldValue(account.viewer.role));
    window().setUser(account.displayName.isEmpty() ? account.userName : account.displayName,
        displayWord(role, word));
}

void OpenWindow::connectWindow()
{
    connect(&window(), &MainWindow::settingsRequested, this, &OpenWindow::openSettings);
    connect(&window(), &MainWindow::syncCentreRequested, this, &OpenWindow::openSyncCentre);
    connect(&window(), &MainWindow::closed, this, &OpenWindow::closed);
    connect(&window(), &MainWindow::languageChanged, this, &OpenWindow::showUser);
    // Deferred: the window that asks goes away with the answer.
    connect(&window(), &MainWindow::lockRequested, this, &OpenWindow::lock, Qt::QueuedConnection);
    connect(&m_idle, &IdleWatch::idle, this, &OpenWindow::lockIfIdle, Qt::QueuedConnection);
    m_idle.setLimit(m_parts.settings.lockAfter() * minuteMs);
    connect(&m_shell, &Shell::familyShown, &m_access, &AccessWatch::setShown);
    connect(&window(), &MainWindow::signOutRequested, this, &OpenWindow::askSignOut,
        Qt::QueuedConnection);
}

void OpenWindow::connectReminders()
{
    connect(&m_reminders, &ReminderWatch::begun, &m_tray, [this](int overdue, int today) {
        if (m_parts.settings.reminders())
            m_tray.begin(overdue, today);
    });
    connect(&m_reminders, &ReminderWatch::due, &m_tray, [this](const auto& reminders) {
        if (m_parts.settings.reminders())
            m_tray.tell(reminders);
    });
    connect(&m_tray, &Tray::unheard, &m_shell, &Shell::tell);
    connect(&m_tray, &Tray::openRequested, this, &OpenWindow::comeForward);
}

void OpenWindow::lock()
{
    m_shell.putAway();
    Q_EMIT lockRequested();
}

/// Not while something typed would be lost: it is asked again a moment later.
void OpenWindow::lockIfIdle()
{
    if (!m_shell.holdsWords())
        lock();
}

void OpenWindow::hide()
{
    m_tray.hide();
    for (QWidget* part : window().findChildren<QWidget*>()) {
        if (part->isWindow())
            part->hide();
    }
    window().hide();
}

void OpenWindow::comeForward(const RecordId& customer)
{
    window().setWindowState(window().windowState() & ~Qt::WindowMinimized);
    window().show();
    window().raise();
    window().activateWindow();
    if (!customer.isNull())
        m_shell.openCustomer(customer, {});
}

void OpenWindow::connectSync()
{
    SyncEngine& engine = m_profile.engine();
    connect(&m_shell, &Shell::syncRequested, &engine, &SyncEngine::syncNow);
    connect(&m_shell, &Shell::signInRequested, this, &OpenWindow::signInRequested,
        Qt::QueuedConnection);
    connect(&m_shell, &Shell::adminMade, this,
        [this](AdminPage& page) { linkAdmin(page, m_profile.commands()); });
    connect(&engine, &SyncEngine::statusChanged, this, &OpenWindow::showStatus);
    showStatus(engine.status());
}

void OpenWindow::showStatus(const SyncStatus& status)
{
    struct Here {
        qint64 toDecide = 0;
        std::optional<OutboxCounts> left{}; // of a deactivated account
    };
    const Result<Here> here = m_context.workspace.reader().read([](Database& database) {
        Here read{countToDecide(database)};
        if (SyncState(database).deactivated())
            read.left = Outbox(database).counts();
        return read;
    });
    // What cannot be read just now is as it was.
    const bool deactivated = here.ok() ? here->left.has_value() : m_shell.isDeactivated();
    showSyncStatus(window().statusLine(), status, here.ok() ? here->toDecide : 0, m_context.zone,
        m_parts.clock.now(), deactivated);
    if (!deactivated)
        m_shell.setDeactivated({});
    else if (here.ok())
        showDeactivated(status, *here->left);
    if (status.activity == SyncActivity::Idle)
        m_shell.serverAnswers();
    else if (status.activity == SyncActivity::Offline
        || status.activity == SyncActivity::SignInNeeded)
        m_shell.serverIsAway();
}

void OpenWindow::showDeactivated(const SyncStatus& status, const OutboxCounts& counts)
{
    // A try changes nothing yet.
    if (m_shell.isDeactivated() && status.activity == SyncActivity::Syncing)
        return;
    m_shell.setDeactivated(AccountNotice::Unsent{counts.told(), counts.attention,
        status.activity != SyncActivity::SignInNeeded, m_profile.session().isSignedIn()});
}

void OpenWindow::tellReason(SyncCentreDialog& centre, const SyncStatus& status) const
{
    if (status.activity == SyncActivity::Syncing) // a try changes nothing yet
        return;
    const bool needed = status.activity == SyncActivity::SignInNeeded;
    centre.setReason(syncReason(status, m_shell.isDeactivated()));
    // Of a deactivated account the session is whole: a password would change nothing.
    centre.setSignInNeeded(needed && !m_profile.session().isSignedIn());
}

Question OpenWindow::signOutQuestion(int waiting, bool deactivated)
{
    const QString text = deactivated
        ? tr("%n change(s) have not been sent. They stay on this computer, encrypted, but who "
             "signs out of a deactivated account cannot sign in again: they are sent only if it "
             "is opened again.",
            nullptr, waiting)
        : tr("%n change(s) have not been sent yet. They stay on this computer, encrypted, and are "
             "sent when you sign in here again; nobody else can. Until then your team does not "
             "see them.",
            nullptr, waiting);
    return {tr("Sign out now?"), text, tr("Sign out"), tr("Stay signed in"), Weight::Losing};
}

void OpenWindow::askSignOut()
{
    const Result<OutboxCounts> counts = m_context.workspace.reader().read(
        [](Database& database) { return Outbox(database).counts(); });
    if (!counts.ok() || counts->told() == 0) {
        Q_EMIT signOutRequested();
        return;
    }
    m_parts.questions.ask(&window(), signOutQuestion(int(counts->told()), m_shell.isDeactivated()),
        [this](bool accepted) {
            // Deferred: the window that asks goes away with the answer.
            if (accepted)
                QMetaObject::invokeMethod(
                    this, &OpenWindow::signOutRequested, Qt::QueuedConnection);
        });
}

void OpenWindow::openSettings()
{
    auto* dialog =
        new SettingsDialog(m_parts.theme, m_parts.language, m_parts.shortcuts, m_folder, &window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReminders(m_parts.settings.reminders());
    dialog->setLockAfter(m_parts.settings.lockAfter());
    connect(dialog, &SettingsDialog::changed, this, [this, dialog] {
        m_parts.settings.keep(m_parts.theme, m_parts.language, m_parts.shortcuts);
        m_parts.settings.setReminders(dialog->reminders());
        m_parts.settings.setLockAfter(dialog->lockAfter());
        m_idle.setLimit(dialog->lockAfter() * minuteMs);
    });
    connect(dialog, &SettingsDialog::folderRequested, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)); });
    dialog->open();
}

void OpenWindow::openSyncCentre()
{
    SyncEngine& engine = m_profile.engine();
    auto* dialog = new SyncCentreDialog(m_context, &window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_shell.bindUndo(*dialog);
    connect(dialog, &SyncCentreDialog::syncRequested, &engine, &SyncEngine::syncNow);
    tellReason(*dialog, engine.status());
    connect(&engine, &SyncEngine::statusChanged, dialog,
        [this, dialog](const SyncStatus& status) { tellReason(*dialog, status); });
    // Deferred: the window that asks goes away with the answer.
    connect(dialog, &SyncCentreDialog::signInRequested, this, [this, dialog] {
        dialog->close();
        QMetaObject::invokeMethod(this, &OpenWindow::signInRequested, Qt::QueuedConnection);
    });
    connect(dialog, &SyncCentreDialog::customerRequested, this,
        [this, dialog](const RecordId& customer) {
            dialog->close();
            m_shell.openCustomer(customer, {});
        });
    connect(dialog, &SyncCentreDialog::followUpRequested, this,
        [this, dialog](const RefusedFollowUp& refused) {
            dialog->close();
            m_shell.editAgain(refused);
        });
    dialog->open();
}

} // namespace homeroom
