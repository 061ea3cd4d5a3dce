// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "app/exampleconflicts.h"
#include "app/exampleduplicates.h"
#include "sync/httptransport.h"
#include "sync/scheduler.h"
#include "sync/session.h"
#include "ui/board/boardpage.h"
#include "ui/conditions/conditionbar.h"
#include "ui/conditions/conditionsdialog.h"
#include "ui/customers/customerspage.h"
#include "ui/editing/sentences.h"
#include "ui/frame/statusline.h"
#include "ui/palette/palette.h"
#include "ui/panel/callflow.h"
#include "ui/panel/customerpanel.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QJsonArray>
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
    addExampleDuplicates(m_workspace, m_viewer, m_ids, m_clock);
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
    planTroubles(suffix);
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
    showSynced();
    window.resize(windowSize);
    window.show();
}

void Screenshots::showSynced()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now(), m_zone);
    StatusLine& line = m_shell->window().statusLine();
    line.setSync(Freshness::Synced, now, now.date());
    line.setWaiting(0);
    line.setToDecide(0);
    line.setAttention(0);
}

/// What the lower edge says when the server is there but cannot be worked with, or wants a new
/// sign-in.
void Screenshots::planTroubles(const QString& suffix)
{
    const std::pair<Freshness, QString> troubles[] = {
        {Freshness::Troubled, u"cannot-sync"_s}, {Freshness::Failed, u"signed-out"_s}};
    for (const auto& [state, name] : troubles) {
        plan([this, state = state] {
            const QDateTime asOf = QDateTime::fromMSecsSinceEpoch(m_clock.now() - hourMs, m_zone);
            StatusLine& line = m_shell->window().statusLine();
            line.setSync(state, asOf, asOf.date(), {});
            line.setWaiting(3);
            line.setToDecide(2);
            line.setAttention(1);
        });
        plan([this, suffix, name = name] {
            picture(m_shell->window().statusLine(), name + suffix);
        });
    }
    plan([this] {
        showSynced();
        StatusLine& line = m_shell->window().statusLine();
        line.setSync(Freshness::Deactivated, {}, {}, {});
        line.setWaiting(3);
        line.setAttention(1);
        m_shell->setDeactivated(AccountNotice::Unsent{3, 1, false});
    });
    plan([this, suffix] {
        picture(m_shell->window(), u"deactivated"_s + suffix);
        m_shell->setDeactivated({});
        showSynced();
    });
}

void Screenshots::planPages(const QString& suffix)
{
    plan([this] { m_shell->window().showPage(u"today"_s); });
    plan([this, suffix] { picture(m_shell->window(), u"today"_s + suffix); });
    planPalette(suffix);
    plan([this] { m_shell->window().showPage(u"board"_s); });
    plan([this, suffix] { picture(m_shell->window(), u"board"_s + suffix); });
    plan([this] { m_shell->window().showPage(u"customers"_s); });
    plan([this, suffix] { picture(m_shell->window(), u"customers"_s + suffix); });
    plan([this] { m_shell->customers().filterField().setText(u"zzzz"_s); });
    plan([this, suffix] {
        picture(m_shell->window(), u"customers-no-match"_s + suffix);
        m_shell->customers().filterField().clear();
        m_shell->window().showPage(u"duplicates"_s);
    });
    plan([this, suffix] {
        picture(m_shell->window(), u"duplicates"_s + suffix);
        m_shell->serverIsAway();
    });
    plan([this, suffix] {
        picture(m_shell->window(), u"duplicates-offline"_s + suffix);
        m_shell->serverAnswers();
    });
    planConditions(suffix);
}

/// Who was silent for three days, of the tiers that are called first.
void Screenshots::planConditions(const QString& suffix)
{
    const ConditionGroup question{false, {{u"lastContactAt"_s, ConditionTest::OlderThanDays, 3}},
        {{true,
            {{u"tier"_s, ConditionTest::Is, QJsonArray{u"a"_s, u"b"_s}},
                {u"lessons.finished"_s, ConditionTest::AtLeast, 2}},
            {}}}};
    plan([this, question] { m_shell->customers().conditions().setConditions(question); });
    plan([] {}); // a turn for the families
    plan([this, suffix] { picture(m_shell->window(), u"customers-conditions"_s + suffix); });
    planDialog(
        [this] {
            return new ConditionsDialog(*m_context, m_shell->customers().conditions().matching());
        },
        u"conditions"_s + suffix);
    plan([this] { m_shell->customers().conditions().setConditions({}); });
}

void Screenshots::planPalette(const QString& suffix)
{
    plan([this] {
        m_shell->openPalette();
        m_shell->palette().field().setText(u"wang"_s);
    });
    // Notes are looked through behind the names.
    for (int wait = 0; wait < 3; ++wait)
        plan([] {});
    plan([this, suffix] {
        picture(m_shell->window(), u"palette"_s + suffix);
        m_shell->palette().close();
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
        m_shell->panel().showTab(CustomerPanel::Tab::Timeline);
        const std::vector<RecordId> ids = m_shell->customers().model().shownIds();
        m_shell->panel().startCalls(ids, m_shell->panel().customer());
        m_shell->panel().calls().startClock();
    });
    plan([this, suffix] {
        picture(m_shell->window(), u"calls"_s + suffix);
        m_shell->panel().calls().end();
        m_shell->window().toast().dismiss();
    });
    plan([this] { m_shell->privacy().setOn(true); });
    plan([this, suffix] {
        picture(m_shell->window(), u"privacy"_s + suffix);
        m_shell->privacy().setOn(false);
    });
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
