// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "app/exampleconflicts.h"
#include "sync/httptransport.h"
#include "sync/scheduler.h"
#include "sync/session.h"
#include "ui/admin/adminpage.h"
#include "ui/board/boardpage.h"
#include "ui/board/lostdialog.h"
#include "ui/board/orderdialog.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/newcustomerdialog.h"
#include "ui/editing/sentences.h"
#include "ui/frame/shortcutsheet.h"
#include "ui/frame/statusline.h"
#include "ui/handover/contactsdialog.h"
#include "ui/handover/familydeeds.h"
#include "ui/import/exportdialog.h"
#include "ui/import/importdialog.h"
#include "ui/operations/operationspage.h"
#include "ui/panel/customerpanel.h"
#include "ui/settings/settingsdialog.h"
#include "ui/start/firstsyncdialog.h"
#include "ui/start/signindialog.h"
#include "ui/start/unlockdialog.h"
#include "ui/synccentre/synccentredialog.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QTableView>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize windowSize{1440, 900};
/// Turns of the event loop that a view gets to lay itself out and ask for what it shows.
constexpr int settlingMs = 60;

Viewer viewerOf(Workspace& workspace, const Clock& clock)
{
    EventLoopScheduler scheduler;
    HttpTransport transport;
    const Session session(workspace.store(), workspace.reader(), transport, scheduler, clock);
    return session.account().viewer;
}

} // namespace

Result<std::unique_ptr<Screenshots>> Screenshots::open(QApplication& application,
    const QString& profileFolder, const QString& passphrase, const QString& outputFolder)
{
    if (!QDir().mkpath(outputFolder))
        return Error{ErrorCode::Io, u"cannot make the folder for pictures"_s};
    const Result<DatabaseKey> key = Profile::keyFromPassphrase(profileFolder, passphrase);
    if (!key.ok())
        return key.error();
    static const SystemClock clock;
    Result<std::unique_ptr<Profile>> profile =
        Profile::open(profileFolder, *key, clock, Threading::Inline);
    if (!profile.ok())
        return profile.error();
    Workspace& workspace = (*profile)->workspace();
    auto shots = std::make_unique<Screenshots>(
        application, workspace, clock, viewerOf(workspace, clock), outputFolder);
    shots->m_profile = std::move(*profile);
    connect(shots.get(), &Screenshots::shown, shots.get(),
        [self = shots.get()](QWidget* widget, const QString& name) { self->save(*widget, name); });
    return shots;
}

Screenshots::Screenshots(QApplication& application, Workspace& workspace, const Clock& clock,
    const Viewer& viewer, const QString& scratch)
    : m_workspace(workspace), m_folder(scratch), m_clock(clock),
      m_ids(m_clock, QRandomGenerator(1)), m_theme(application),
      m_settings(scratch + u"/.settings.ini"_s), m_questions(m_theme), m_viewer(viewer),
      m_role(QString(Words<UserRole>::words[size_t(viewer.role)])), m_zone("Asia/Shanghai")
{
}

void Screenshots::addExamples()
{
    m_example = addExampleConflicts(m_workspace, m_viewer, m_ids, m_clock);
}

void Screenshots::start()
{
    planAll();
    next();
}

void Screenshots::planAll()
{
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        for (const UiLanguage language : {UiLanguage::Chinese, UiLanguage::English}) {
            const QString suffix =
                u"-%1-%2"_s.arg(mode == ThemeMode::Light ? u"light"_s : u"dark"_s,
                    language == UiLanguage::Chinese ? u"zh"_s : u"en"_s);
            planLooks(mode, language, suffix);
        }
    }
    plan([this] {
        m_shell.reset();
        QFile::remove(m_folder.filePath(u".settings.ini"_s));
        Q_EMIT finished(m_pictures);
    });
}

void Screenshots::planLooks(ThemeMode mode, UiLanguage language, const QString& suffix)
{
    plan([this, mode, language] {
        m_theme.setMode(mode);
        m_language.setLanguage(language);
        makeShell();
    });
    planPages(suffix);
    planPanel(suffix);
    planOperations(suffix);
    planDialogs(suffix);
    planSheets(suffix);
    planHandOver(suffix);
    planStart(suffix);
}

void Screenshots::makeShell()
{
    m_shell.reset();
    Workspace& workspace = m_workspace;
    if (!m_context) {
        m_catalogue = std::make_unique<Catalogue>(workspace.reader(), workspace.store());
        m_chips = std::make_unique<FamilyChips>(workspace, m_clock, m_zone);
        m_desk = std::make_unique<EditDesk>(workspace.store());
        m_server = std::make_unique<ExampleServer>(*m_catalogue, m_clock);
        m_context.reset(new PageContext{workspace, *m_catalogue, *m_chips, *m_desk, m_theme,
            m_questions, m_clock, m_ids, m_viewer, m_zone, m_server.get()});
    }
    m_shell = std::make_unique<Shell>(*m_context, m_shortcuts, m_settings);
    MainWindow& window = m_shell->window();
    const RecordType& type = recordTypeOf<User>();
    const User* user = m_catalogue->find(Id<User>(m_viewer.user));
    window.setUser(user ? user->displayName : QString(),
        displayWord(type.fields[size_t(fieldIndexOf(&User::role))], m_role));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now(), m_zone);
    window.statusLine().setSync(Freshness::Synced, now, now.date());
    window.resize(windowSize);
    window.show();
}

void Screenshots::planPages(const QString& suffix)
{
    plan([this] { m_shell->window().showPage(u"board"_s); });
    plan([this, suffix] { picture(m_shell->window(), u"board"_s + suffix); });
    plan([this] { m_shell->window().showPage(u"customers"_s); });
    plan([this, suffix] { picture(m_shell->window(), u"customers"_s + suffix); });
    plan([this] { m_shell->customers().filterField().setText(u"zzzz"_s); });
    plan([this, suffix] {
        picture(m_shell->window(), u"customers-no-match"_s + suffix);
        m_shell->customers().filterField().clear();
    });
}

void Screenshots::planPanel(const QString& suffix)
{
    plan([this] {
        const std::vector<RecordId> ids = m_shell->customers().model().shownIds();
        if (!ids.empty())
            m_shell->openCustomer(m_example.isNull() ? ids[ids.size() / 2] : m_example, ids);
        m_shell->window().showPage(u"board"_s);
    });
    const std::pair<CustomerPanel::Tab, QString> tabs[] = {
        {CustomerPanel::Tab::Timeline, u"timeline"_s},
        {CustomerPanel::Tab::Learning, u"learning"_s}, {CustomerPanel::Tab::Orders, u"orders"_s},
        {CustomerPanel::Tab::Fields, u"fields"_s}};
    for (const auto& [tab, name] : tabs) {
        plan([this, tab = tab] { m_shell->panel().showTab(tab); });
        plan([this, suffix, name = name] {
            picture(m_shell->window(), u"panel-"_s + name + suffix);
        });
    }
    plan([this] {
        m_shell->window().toast().present(
            {Shell::tr("Undone: %1").arg(u"…"_s), Shell::tr("Redo"), {}, {}});
    });
    plan([this, suffix] {
        picture(m_shell->window(), u"toast"_s + suffix);
        m_shell->window().toast().dismiss();
        m_shell->window().hidePanel();
    });
}

void Screenshots::planOperations(const QString& suffix)
{
    if (reachOf(m_viewer.role, Right::EditTags) != Reach::None) {
        plan([this] { m_shell->window().showPage(u"operations"_s); });
        for (const RecordKind kind : {RecordKind::Stage, RecordKind::Tag, RecordKind::Channel,
                 RecordKind::Product, RecordKind::CustomField}) {
            plan([this, kind] { m_shell->operations()->showSection(kind); });
            plan([this, kind, suffix] {
                picture(
                    m_shell->window(), u"operations-"_s + QString(recordType(kind).name) + suffix);
            });
        }
    }
    if (reachOf(m_viewer.role, Right::EditUsers) == Reach::None)
        return;
    plan([this] { m_shell->window().showPage(u"users"_s); });
    plan([this, suffix] { picture(m_shell->window(), u"users"_s + suffix); });
    planDialog([this] { return new UserDialog(m_theme, *m_catalogue); }, u"new-user"_s + suffix);
}

void Screenshots::planDialogs(const QString& suffix)
{
    planDialog([this] { return new NewCustomerDialog(*m_context); }, u"new-lead"_s + suffix);
    planDialog(
        [this]() -> QWidget* {
            for (const Stage& stage : m_catalogue->stages()) {
                if (stage.role == StageRole::Paid)
                    return new OrderDialog(m_theme, *m_catalogue, stage, u"王秀英"_s, 1);
            }
            return new QWidget;
        },
        u"order"_s + suffix);
    planDialog([this] { return new LostDialog(m_theme, u"已流失"_s, u"王秀英"_s, 1); },
        u"lost"_s + suffix);
    planDialog(
        [this] {
            return new ShortcutSheet(m_theme, m_shortcuts,
                {ShortcutScope::Everywhere, ShortcutScope::Records, ShortcutScope::Board});
        },
        u"shortcuts"_s + suffix);
    planDialog(
        [this] {
            return new SettingsDialog(m_theme, m_language, m_shortcuts, m_folder.absolutePath());
        },
        u"settings"_s + suffix);
}

void Screenshots::planSheets(const QString& suffix)
{
    const QString range =
        u"姓名\t手机\t渠道\t年级\n王芳\t13812342046\t抖音\t三年级\n坏行\t12\t抖音\t二年级\n"_s;
    planDialog([this] { return new ImportDialog(*m_context); }, u"import"_s + suffix);
    plan([this, range] {
        auto* dialog = new ImportDialog(*m_context);
        m_dialog = dialog;
        dialog->show();
        dialog->paste(range);
    });
    plan([this, suffix] {
        picture(*m_dialog, u"import-columns"_s + suffix);
        static_cast<ImportDialog*>(m_dialog.data())->rehearse();
    });
    plan([] {}); // a turn for the rehearsal to end
    plan([this, suffix] {
        picture(*m_dialog, u"import-rehearsal"_s + suffix);
        delete m_dialog;
    });
    planDialog([this] { return new ExportDialog(*m_context); }, u"export"_s + suffix);
    planSyncCentre(suffix);
}

void Screenshots::planSyncCentre(const QString& suffix)
{
    const std::pair<CentreSection, QString> sections[] = {
        {CentreSection::Refused, u"sync-refused"_s}, {CentreSection::Conflicts, u"sync-conflict"_s},
        {CentreSection::Suggestions, u"sync-suggestion"_s},
        {CentreSection::Orphans, u"sync-orphan"_s}, {CentreSection::Waiting, u"sync-waiting"_s}};
    if (m_example.isNull()) {
        planDialog([this] { return new SyncCentreDialog(*m_context); }, u"sync"_s + suffix);
        return;
    }
    for (const auto& [section, name] : sections) {
        planDialog(
            [this, section = section] {
                auto* dialog = new SyncCentreDialog(*m_context);
                dialog->showSection(section);
                return dialog;
            },
            name + suffix);
    }
}

void Screenshots::planHandOver(const QString& suffix)
{
    if (reachOf(m_viewer.role, Right::Claim) != Reach::None) {
        plan([this] { m_shell->window().showPage(u"pool"_s); });
        plan([] {}); // a turn for the answer
        plan([this, suffix] { picture(m_shell->window(), u"pool"_s + suffix); });
    }
    plan([this] { m_shell->window().showPage(u"customers"_s); });
    const auto withTwo = [this](auto open) {
        return [this, open]() -> QWidget* {
            std::vector<RecordId> two = m_shell->customers().model().shownIds();
            two.resize(std::min<size_t>(two.size(), 2));
            auto* deeds = new FamilyDeeds(*m_context, m_shell->window());
            QWidget* dialog = open(*deeds, two);
            deeds->setParent(dialog);
            return dialog;
        };
    };
    if (reachOf(m_viewer.role, Right::Assign) != Reach::None)
        planDialog(withTwo([](FamilyDeeds& deeds, const std::vector<RecordId>& two) {
            return deeds.openHandOver(two);
        }),
            u"hand-over"_s + suffix);
    if (reachOf(m_viewer.role, Right::Merge) != Reach::None)
        planDialog(withTwo([](FamilyDeeds& deeds, const std::vector<RecordId>& two) {
            return deeds.openMerge(two);
        }),
            u"merge"_s + suffix);
    if (reachOf(m_viewer.role, Right::Unmask) == Reach::None)
        return;
    planDialog(withTwo([](FamilyDeeds& deeds, const std::vector<RecordId>& two) {
        return deeds.openUnmask(two.front());
    }),
        u"unmask"_s + suffix);
    planDialog([this] { return new ContactsDialog(m_theme, ExampleServer::contacts()); },
        u"contacts"_s + suffix);
}

void Screenshots::planStart(const QString& suffix)
{
    planDialog([this] { return new SignInDialog(m_theme, KeyKeeping::Passphrase); },
        u"sign-in"_s + suffix);
    planDialog(
        [this] {
            auto* dialog = new SignInDialog(m_theme, KeyKeeping::Keychain);
            dialog->setKnown(u"https://homeroom.example"_s, u"linxiaoxiao"_s);
            dialog->showError({ErrorCode::Unauthorized});
            return dialog;
        },
        u"sign-in-refused"_s + suffix);
    planDialog(
        [this] { return new UnlockDialog(m_theme, KeyKeeping::Passphrase); }, u"unlock"_s + suffix);
    planDialog(
        [this] {
            auto* dialog = new FirstSyncDialog(m_theme);
            dialog->setProgress(12400, 7600);
            return dialog;
        },
        u"first-sync"_s + suffix);
}

void Screenshots::planDialog(const std::function<QWidget*()>& make, const QString& name)
{
    plan([this, make] {
        m_dialog = make();
        m_dialog->show();
    });
    plan([this, name] {
        picture(*m_dialog, name);
        delete m_dialog;
    });
}

void Screenshots::picture(QWidget& widget, const QString& name)
{
    ++m_pictures;
    Q_EMIT shown(&widget, name);
}

void Screenshots::save(QWidget& widget, const QString& name)
{
    const QString file = m_folder.filePath(u"%1-%2.png"_s.arg(m_role, name));
    if (!widget.grab().save(file))
        --m_pictures;
}

void Screenshots::next()
{
    if (m_steps.empty())
        return;
    QTimer::singleShot(settlingMs, this, [this] {
        const Step step = std::move(m_steps.front());
        m_steps.pop_front();
        step();
        next();
    });
}

} // namespace homeroom
