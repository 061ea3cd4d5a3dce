// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/idlewatch.h"
#include "app/serverdeeds.h"
#include "app/shell.h"
#include "app/tray.h"
#include "models/items/accesswatch.h"
#include "models/items/familychips.h"
#include "models/items/taskrunner.h"
#include "ui/editing/editdesk.h"
#include "ui/language/language.h"
#include "ui/widgets/questions.h"

namespace homeroom {

class OpenProfile;
class SyncCentreDialog;
struct OutboxCounts;
struct SyncStatus;

/// The window on an open profile: what its pages are given, and what leads from them to the sync,
/// the settings and the server.
class OpenWindow : public QObject {
    Q_OBJECT

public:
    /// All must outlive the window.
    struct Parts {
        Theme& theme;
        Language& language;
        Shortcuts& shortcuts;
        Settings& settings;
        Questions& questions;
        const Clock& clock;
        IdFactory& ids;
    };

    /// `folder` is the profile's, shown in the settings.
    OpenWindow(
        const Parts& parts, OpenProfile& profile, const QString& folder, QObject* parent = nullptr);
    ~OpenWindow() override;

    /// Shows the window; the sync begins once the first picture is on the screen.
    void show();
    MainWindow& window() { return m_shell.window(); }
    /// Takes everything of the profile off the screen at once: dialogs, menus, the tray.
    void hide();
    /// What is asked where so many edits wait.
    static Question signOutQuestion(int waiting, bool deactivated);

Q_SIGNALS:
    void lockRequested();
    void signOutRequested();
    /// The server wants the password again.
    void signInRequested();
    void closed();

private:
    void connectWindow();
    void connectSync();
    void connectReminders();
    void comeForward(const RecordId& customer);
    void lock();
    void lockIfIdle();
    void showUser();
    void showStatus(const SyncStatus& status);
    void showDeactivated(const SyncStatus& status, const OutboxCounts& counts);
    void tellReason(SyncCentreDialog& centre, const SyncStatus& status) const;
    void askSignOut();
    void openSettings();
    void openSyncCentre();

    Parts m_parts;
    OpenProfile& m_profile;
    QString m_folder;
    Catalogue m_catalogue;
    FamilyChips m_chips;
    EditDesk m_desk;
    ServerDeeds m_server;
    PageContext m_context;
    Shell m_shell;
    TaskRunner m_rules;
    ReminderWatch m_reminders;
    Tray m_tray;
    IdleWatch m_idle;
    AccessWatch m_access;
};

} // namespace homeroom
