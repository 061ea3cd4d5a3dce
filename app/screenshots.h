// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exampleserver.h"
#include "app/shell.h"
#include "models/items/familychips.h"
#include "sync/profile.h"
#include "ui/editing/editdesk.h"
#include "ui/language/language.h"
#include "ui/widgets/windowquestions.h"

#include <QDir>
#include <QPointer>

#include <deque>

namespace homeroom {

/// Shows every page and dialog that a role has, in both themes and both languages, one after the
/// other. Works on a profile that is synced already; the network is not used.
class Screenshots : public QObject {
    Q_OBJECT

public:
    /// What is shown is saved as `<role>-<page>-<theme>-<language>.png`. Errors as Profile::open,
    /// and Io when the folder cannot be made.
    static Result<std::unique_ptr<Screenshots>> open(QApplication& application,
        const QString& profileFolder, const QString& passphrase, const QString& outputFolder);

    /// Writes examples for the sync centre and the duplicates into the profile: for one that is
    /// thrown away.
    void addExamples();
    /// Over a workspace that is open already, saving nothing; `scratch` is for settings.
    Screenshots(QApplication& application, Workspace& workspace, const Clock& clock,
        const Viewer& viewer, const QString& scratch);

    /// Begins; `finished` follows with the number of pictures.
    void start();

Q_SIGNALS:
    /// The widget looks as it should now, and until the signal returns.
    void shown(QWidget* widget, const QString& name);
    void finished(int pictures);

private:
    void save(QWidget& widget, const QString& name);

    using Step = std::function<void()>;
    void planAll();
    void planLooks(ThemeMode mode, UiLanguage language, const QString& suffix);
    void planPages(const QString& suffix);
    void planTroubles(const QString& suffix);
    void planConditions(const QString& suffix);
    void planPalette(const QString& suffix);
    void planPanel(const QString& suffix);
    void planOperations(const QString& suffix);
    void planDialogs(const QString& suffix);
    void planSheets(const QString& suffix);
    void planSyncCentre(const QString& suffix);
    void planHandOver(const QString& suffix);
    void planStart(const QString& suffix);
    void plan(Step step) { m_steps.push_back(std::move(step)); }
    void picture(QWidget& widget, const QString& name);
    /// A dialog made for its picture and thrown away.
    void planDialog(const std::function<QWidget*()>& make, const QString& name);
    void next();
    void makeShell();
    void showSynced();

    std::unique_ptr<Profile> m_profile; ///< where this made its own workspace
    Workspace& m_workspace;
    QDir m_folder;
    const Clock& m_clock;
    IdFactory m_ids;
    Theme m_theme;
    Language m_language;
    Shortcuts m_shortcuts;
    Settings m_settings;
    WindowQuestions m_questions;
    const Viewer m_viewer;
    const QString m_role;
    RecordId m_example{}; ///< the family of the examples
    QTimeZone m_zone;
    std::unique_ptr<Catalogue> m_catalogue;
    std::unique_ptr<FamilyChips> m_chips;
    std::unique_ptr<EditDesk> m_desk;
    std::unique_ptr<ExampleServer> m_server;
    std::unique_ptr<PageContext> m_context;
    std::unique_ptr<Shell> m_shell;
    QPointer<QWidget> m_dialog;
    std::deque<Step> m_steps;
    int m_pictures = 0;
};

} // namespace homeroom
