// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell.h"

#include "app/openanswer.h"
#include "app/pageids.h"
#include "models/values/cohortday.h"
#include "ui/admin/adminpage.h"
#include "ui/board/boardpage.h"
#include "ui/customers/customerspage.h"
#include "ui/duplicates/duplicatespage.h"
#include "ui/editing/editdesk.h"
#include "ui/frame/statusline.h"
#include "ui/handover/poolpage.h"
#include "ui/history/historydialog.h"
#include "ui/import/exportdialog.h"
#include "ui/import/importdialog.h"
#include "ui/operations/operationspage.h"
#include "ui/palette/palettedeeds.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/followupbox.h"
#include "ui/synccentre/refusalwatch.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/toast.h"

#include <QAbstractItemView>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int everyMinute = 60'000;

/// The pages pass what they show through the window's own mode.
PageContext& givenPrivacy(PageContext& context, PrivacyMode& privacy)
{
    context.privacy = &privacy;
    return context;
}

/// Runs until its close, so that the status line says where the camp stands.
bool isRunning(const Cohort& cohort, const QDate& today)
{
    const qint64 day = cohortDayOn(QDate::fromString(cohort.opensOn, Qt::ISODate), today);
    return day >= 1 && day <= cohort.days;
}

} // namespace

Shell::Shell(PageContext& context, Shortcuts& shortcuts, Settings& settings, QObject* parent)
    : QObject(parent), m_privacy(context.workspace), m_context(givenPrivacy(context, m_privacy)),
      m_shortcuts(shortcuts), m_settings(settings),
      m_board(new BoardPage(context, shortcuts, settings)), m_search(context.workspace),
      m_recent(context.workspace), m_duplicates(context.workspace),
      m_window(context.theme, shortcuts, settings), m_refusals(new RefusalWatch(context, this))
{
    addPages();
    connectBoard();
    connectDesk();
    bindKeys();
    m_search.setRecent(m_recent.families());
    connect(&m_day, &QTimer::timeout, this, &Shell::showDay);
    connect(&context.catalogue, &Catalogue::changed, this, &Shell::showDay);
    m_day.start(everyMinute);
    showDay();
}

Shell::~Shell()
{
    m_context.privacy = nullptr;
}

void Shell::addPages()
{
    m_window.addPage({todayId, Icon::Today, [] { return Shell::tr("Today"); }, nullptr,
        {ShortcutScope::Records, ShortcutScope::Day}, [this] { return makeToday(); }});
    m_window.addPage({boardId, Icon::Board, [] { return Shell::tr("Board"); }, m_board,
        {ShortcutScope::Records, ShortcutScope::Board}});
    m_window.addPage({customersId, Icon::Customers, [] { return Shell::tr("Customers"); }, nullptr,
        {ShortcutScope::Records}, [this] { return makeCustomers(); }});
    if (reachOf(m_context.viewer.role, Right::Claim) != Reach::None)
        m_window.addPage({poolId, Icon::Import, [] { return Shell::tr("Lead pool"); }, nullptr, {},
            [this] { return makePool(); }});
    // Who may only read the catalogue meets its words on the pages themselves.
    if (reachOf(m_context.viewer.role, Right::EditTags) != Reach::None)
        m_window.addPage({operationsId, Icon::Pipelines, [] { return Shell::tr("Operations"); },
            nullptr, {}, [this] { return new OperationsPage(m_context); }});
    if (reachOf(m_context.viewer.role, Right::EditUsers) != Reach::None)
        m_window.addPage({usersId, Icon::Users, [] { return Shell::tr("Users"); }, nullptr, {},
            [this] { return makeAdmin(); }});
    m_window.addPage({duplicatesId, Icon::Copy, [] { return Shell::tr("Duplicates"); }, nullptr,
        {ShortcutScope::Records, ShortcutScope::Duplicates}, [this] { return makeDuplicates(); },
        customersId});
}

TodayPage& Shell::today()
{
    return *static_cast<TodayPage*>(m_window.pageWidget(todayId));
}

CustomersPage& Shell::customers()
{
    return *static_cast<CustomersPage*>(m_window.pageWidget(customersId));
}

DuplicatesPage& Shell::duplicates()
{
    return *static_cast<DuplicatesPage*>(m_window.pageWidget(duplicatesId));
}

OperationsPage* Shell::operations()
{
    return static_cast<OperationsPage*>(m_window.pageWidget(operationsId));
}

CustomerPanel& Shell::panel()
{
    if (!m_panel)
        makePanel();
    return *m_panel;
}

Palette& Shell::palette()
{
    if (!m_palette) {
        m_palette = new Palette(m_context, m_search, m_recent, m_window);
        connect(m_palette, &Palette::customerRequested, this, [this](const RecordId& customer) {
            openCustomer(customer, {});
            panel().setFocus();
        });
    }
    return *m_palette;
}

void Shell::openPalette()
{
    if (palette().isOpen())
        palette().close();
    else if (!isDeactivated())
        palette().open(paletteDeeds(m_window, m_shortcuts));
}

/// The list that is shown follows the panel.
void Shell::walkTo(const RecordId& customer)
{
    if (m_window.currentPage() == boardId)
        m_board->showCustomer(customer);
    else if (m_window.currentPage() == todayId)
        today().setCurrent(customer);
    else if (m_window.currentPage() != duplicatesId) // whose lines are two families each
        customers().setCurrent(customer);
}

void Shell::connectDesk()
{
    EditDesk& desk = m_context.desk;
    connect(&desk, &EditDesk::applied, this, &Shell::tellApplied);
    connect(&desk, &EditDesk::undone, this, [this](const QString& label, const ChangeSet& changes) {
        const QString sentence = tr("Undone: %1").arg(label);
        m_window.toast().present({shownSentence(sentence, changes, m_context), tr("Redo"),
            m_shortcuts.keyText(Command::Redo), [this] { m_context.desk.redo(); }});
    });
    connect(&desk, &EditDesk::redone, this, [this](const QString& label, const ChangeSet& changes) {
        tellApplied(tr("Again: %1").arg(label), changes);
    });
    connect(&desk, &EditDesk::refused, this, &Shell::tell);
    connect(m_refusals, &RefusalWatch::refused, this, &Shell::tellRefusal);
    connect(m_refusals, &RefusalWatch::overtaken, this, &Shell::tell);
}

void Shell::bindKeys()
{
    bindUndo(m_window);
    connect(&m_window, &MainWindow::privacyRequested, &m_privacy, &PrivacyMode::toggle);
    connect(&m_privacy, &PrivacyMode::changed, this, &Shell::showPrivacy);
    m_shortcuts.bind(Command::SyncNow, m_window, [this] { Q_EMIT syncRequested(); });
    m_shortcuts.bind(Command::History, m_window, [this] { openHistory(); });
    m_shortcuts.bind(Command::Palette, m_window, [this] { openPalette(); });
}

void Shell::bindUndo(QWidget& window)
{
    m_shortcuts.bind(Command::Undo, window, [this] { m_context.desk.undo(); });
    m_shortcuts.bind(Command::Redo, window, [this] { m_context.desk.redo(); });
}

void Shell::setDeactivated(const std::optional<AccountNotice::Unsent>& unsent)
{
    if (!unsent) {
        m_window.hideNotice();
        m_notice.clear();
        return;
    }
    if (!m_notice) {
        m_notice = new AccountNotice(m_context.theme);
        connect(m_notice, &AccountNotice::syncRequested, this, &Shell::syncRequested);
        connect(m_notice, &AccountNotice::signInRequested, this, &Shell::signInRequested);
        connect(m_notice, &AccountNotice::syncCentreRequested, &m_window,
            &MainWindow::syncCentreRequested);
        m_window.showNotice(m_notice);
    }
    m_notice->setUnsent(*unsent);
}

void Shell::serverAnswers()
{
    m_serverAway = false;
    if (m_pool)
        m_pool->serverAnswers();
    if (m_duplicatesPage)
        m_duplicatesPage->setServerAway(false);
}

void Shell::serverIsAway()
{
    m_serverAway = true;
    if (m_duplicatesPage)
        m_duplicatesPage->setServerAway(true);
}

void Shell::openCustomer(const RecordId& customer, const std::vector<RecordId>& walk)
{
    panel().open(customer, walk);
    m_window.showPanel();
    m_recent.add(customer);
    m_search.setRecent(m_recent.families());
}

void Shell::startCalls(const std::vector<RecordId>& families, const RecordId& first)
{
    if (families.empty())
        return tell(tr("There is no family to call here."));
    const RecordId begin = first.isNull() ? families.front() : first;
    openCustomer(begin, families);
    panel().startCalls(families, begin);
}

void Shell::editAgain(const RefusedFollowUp& refused)
{
    openCustomer(refused.followUp.customer, {});
    panel().followUpBox().takeBack(refused);
    panel().followUpBox().write();
    tell(tr("Save it to send it again. Until then it stays in the sync centre, too."));
}

void Shell::followWalk(const RecordId& customer)
{
    if (m_window.isPanelShown() && !customer.isNull())
        panel().open(customer);
}

void Shell::putAway()
{
    // A cell that is edited in a table is saved when the focus leaves it.
    if (QWidget* focus = m_window.focusWidget())
        focus->clearFocus();
    if (m_panel)
        m_panel->putAway();
}

bool Shell::holdsWords() const
{
    return (m_panel && m_panel->holdsWords()) || isAnswering(m_window);
}

void Shell::tell(const QString& sentence)
{
    if (!sentence.isEmpty())
        m_window.toast().present({sentence, {}, {}, {}});
}

void Shell::tellApplied(const QString& label, const ChangeSet& changes)
{
    if (label.isEmpty())
        return;
    m_window.toast().present({shownSentence(label, changes, m_context), tr("Undo"),
        m_shortcuts.keyText(Command::Undo), [this] { m_context.desk.undo(); }});
}

/// What is painted is painted anew; what was said goes.
void Shell::showPrivacy()
{
    m_window.setPrivate(m_privacy.isOn());
    m_window.toast().dismiss();
    for (const QAbstractItemView* view : m_window.findChildren<QAbstractItemView*>())
        view->viewport()->update();
}

void Shell::tellUndoable(const QString& sentence, const std::function<void()>& undo)
{
    m_window.toast().present({sentence, tr("Undo"), {}, undo});
}

void Shell::tellRefusal(const QString& sentence)
{
    m_window.toast().present(
        {sentence, tr("Sync centre"), {}, [this] { Q_EMIT m_window.syncCentreRequested(); }});
}

void Shell::openHistory()
{
    if (isDeactivated())
        return;
    auto* dialog = new HistoryDialog(m_context, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HistoryDialog::familyRequested, this, [this](const RecordId& family) {
        openCustomer(family, {});
        panel().setFocus();
    });
    dialog->open();
}

void Shell::openNewLead()
{
    customers().openNewLead();
}

void Shell::openImport()
{
    if (m_privacy.isOn()) {
        tell(tr("A sheet cannot be masked. Switch the privacy mode off to import one."));
        return;
    }
    auto* dialog = new ImportDialog(m_context, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Shell::openExport(const std::vector<RecordId>& families)
{
    auto* dialog = new ExportDialog(m_context, families, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::told, this, &Shell::tell);
    dialog->open();
}

void Shell::showDay()
{
    const QDate today = dateAt(m_context.clock.now(), m_context.zone);
    QString text;
    for (const Cohort& cohort : m_context.catalogue.cohorts()) {
        if (!isRunning(cohort, today))
            continue;
        const QDate opens = QDate::fromString(cohort.opensOn, Qt::ISODate);
        text = u"%1 · %2"_s.arg(cohort.name, cohortDayText(cohortDayOn(opens, today)));
        break;
    }
    m_window.statusLine().setDayText(text);
}

} // namespace homeroom
