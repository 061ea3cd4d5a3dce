// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaypage.h"

#include "models/values/cohortday.h"
#include "ui/bulk/bulkmenu.h"
#include "ui/editing/familychipbar.h"
#include "ui/frame/shortcuts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/today/exceptiontable.h"
#include "ui/today/racepane.h"
#include "ui/today/taskdialog.h"
#include "ui/today/todaydelegate.h"
#include "ui/today/todaywords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbarrow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int raceFrom = 880; // pixels: the list keeps more than half

} // namespace

TodayPage::TodayPage(PageContext& context, Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent), m_context(context), m_shortcuts(shortcuts),
      m_model(context.workspace, context.chips, context.viewer),
      m_toolbar(new ToolbarRow(context.theme)), m_chips(new FamilyChipBar(context)),
      m_exceptions(leadsOthers(context.viewer) ? new ExceptionTable(context, shortcuts) : nullptr),
      m_list(new QListView), m_empty(new EmptyState(context.theme)), m_body(new QStackedWidget),
      m_race(new RacePane(context)), m_bulk(new BulkMenu(context, *this)),
      m_report(new QPushButton),
      m_status(new TextLabel(context.theme, TextRole::Small, &Colors::muted))
{
    arrange();
    connectParts();
    bindKeys();
    retranslate();
}

TodayPage::~TodayPage() = default;

void TodayPage::arrange()
{
    auto* delegate = new TodayDelegate(m_context, m_model, this);
    m_model.setSpoken([delegate](int row) { return delegate->spoken(row); });
    m_list->setObjectName(u"today"_s);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_toolbar->setSearchHint({}, {});
    m_toolbar->addControl(m_report);
    m_body->addWidget(m_list);
    m_body->addWidget(m_empty);
    auto* line = new QVBoxLayout;
    line->setContentsMargins(sizes::margin, sizes::grid, sizes::margin, sizes::grid);
    line->addWidget(m_status);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_chips);
    if (m_exceptions)
        column->addWidget(m_exceptions);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_body, 1);
    row->addWidget(m_race);
    m_race->hide();
    column->addLayout(row, 1);
    column->addLayout(line);
}

void TodayPage::connectParts()
{
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_still = true; });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        keepCurrent();
        m_still = false;
        showState();
    });
    connect(m_chips, &FamilyChipBar::familiesChanged, this, &TodayPage::filter);
    if (m_exceptions) {
        connect(m_exceptions, &ExceptionTable::cellChanged, this, &TodayPage::filter);
        connect(&m_exceptions->model(), &QAbstractItemModel::modelReset, this, &TodayPage::filter);
        connect(m_exceptions, &ExceptionTable::drillRequested, this,
            [this] { m_list->setFocus(Qt::OtherFocusReason); });
    }
    connect(m_bulk, &BulkMenu::told, this, &TodayPage::told);
    connect(m_race, &RacePane::shownChanged, this, &TodayPage::showRace);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &TodayPage::follow);
    connect(m_list, &QListView::doubleClicked, this, [this] { request(true); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &TodayPage::showRowMenu);
    connect(m_report, &QPushButton::clicked, this, &TodayPage::openReport);
    connect(m_toolbar, &ToolbarRow::primaryRequested, this, &TodayPage::openNewTask);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_model.isFiltered()) {
            m_chips->clearAll();
            if (m_exceptions)
                m_exceptions->leave();
        } else
            openNewTask();
    });
    connect(&m_shortcuts, &Shortcuts::changed, this, &TodayPage::retranslate);
}

void TodayPage::bindKeys()
{
    const auto onPage = [this](Command command, auto deed) {
        m_shortcuts.bind(command, *this, [this, deed] { (this->*deed)(); });
    };
    onPage(Command::New, &TodayPage::openNewTask);
    onPage(Command::Done, &TodayPage::finish);
    onPage(Command::Snooze, &TodayPage::showSnoozeMenu);
    onPage(Command::Skip, &TodayPage::askSkip);
    onPage(Command::Report, &TodayPage::openReport);
    onPage(Command::NewTask, &TodayPage::openTaskAboutCurrent);
    m_shortcuts.bind(Command::StartCalls, *this,
        [this] { Q_EMIT callsRequested(m_model.customers(), currentCustomer()); });
    m_shortcuts.bind(Command::Actions, *m_list, [this] {
        const QRect row = m_list->visualRect(m_list->currentIndex());
        popUpMenu(m_list->viewport()->mapToGlobal(row.bottomLeft()));
    });
    m_shortcuts.bind(Command::Next, *this, [this] { move(1); });
    m_shortcuts.bind(Command::Previous, *this, [this] { move(-1); });
    m_shortcuts.bind(Command::Peek, *m_list, [this] { request(false); });
    m_shortcuts.bind(Command::Open, *m_list, [this] { request(true); });
    m_shortcuts.bind(Command::CopyPhone, *this, [this] { copy(true); });
    m_shortcuts.bind(Command::CopyWechat, *this, [this] { copy(false); });
    m_shortcuts.bind(Command::Close, *this, [this] { leave(); });
}

void TodayPage::retranslate()
{
    m_toolbar->setTitle(tr("Today"));
    m_report->setText(tr("Daily report"));
    m_report->setToolTip(tr("Daily report") + u"  "_s + m_shortcuts.keyText(Command::Report));
    m_toolbar->setPrimaryAction(tr("New task"), m_shortcuts.keyText(Command::New));
    m_list->setAccessibleName(tr("The plan of today"));
    if (m_exceptions)
        m_exceptions->retranslate();
    showState();
}

void TodayPage::focusInEvent(QFocusEvent*)
{
    if (m_exceptions && m_exceptions->model().rowCount() > 0)
        m_exceptions->setFocus(Qt::OtherFocusReason);
    else if (m_body->currentWidget() == m_list)
        m_list->setFocus(Qt::OtherFocusReason);
}

void TodayPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model.start();
    m_race->reader().start();
    if (m_exceptions)
        m_exceptions->model().start();
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showRace();
}

// Beside an open panel the names need the room.
void TodayPage::showRace()
{
    m_race->setVisible(m_race->hasRace() && width() >= raceFrom);
}

void TodayPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

int TodayPage::currentRow() const
{
    return m_list->currentIndex().row();
}

RecordId TodayPage::currentCustomer() const
{
    return m_model.customer(currentRow());
}

// The same item stays current; where it is done with, the one in its place is next.
void TodayPage::keepCurrent()
{
    int row = m_model.rowOf(m_key);
    if (row < 0 && !m_key.isNull())
        row = m_model.nextItem(qMax(0, m_row) - 1, 1);
    if (row < 0)
        row = m_key.isNull() ? m_model.nextItem(-1, 1) : m_model.nextItem(m_model.rowCount(), -1);
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

void TodayPage::follow()
{
    const int row = currentRow();
    if (m_model.key(row).isNull())
        return;
    m_key = m_model.key(row);
    m_row = row;
    if (!m_still && !currentCustomer().isNull())
        Q_EMIT currentCustomerChanged(currentCustomer());
}

void TodayPage::setCurrent(const RecordId& customer)
{
    if (customer == currentCustomer())
        return;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.customer(row) != customer)
            continue;
        const QScopedValueRollback still(m_still, true);
        m_list->setCurrentIndex(m_model.index(row));
        return;
    }
}

void TodayPage::move(int step)
{
    if (const int next = m_model.nextItem(currentRow(), step); next >= 0)
        m_list->setCurrentIndex(m_model.index(next));
}

void TodayPage::request(bool takeFocus)
{
    const RecordId customer = currentCustomer();
    if (customer.isNull()) {
        if (m_model.task(currentRow()))
            Q_EMIT told(tr("This task is about no family."));
        return;
    }
    Q_EMIT customerRequested(customer, m_model.customers());
    if (takeFocus)
        Q_EMIT panelFocusRequested();
}

void TodayPage::filter()
{
    const std::optional<QSet<RecordId>> behind =
        m_exceptions ? m_exceptions->families() : std::nullopt;
    m_model.setFamilies(
        bothOf(m_chips->families(), behind), m_exceptions ? m_exceptions->cellName() : QString());
}

// Step by step: from the names to the cell, from the cell to the plan, then the panel goes.
void TodayPage::leave()
{
    if (m_exceptions && m_exceptions->families() && m_list->hasFocus())
        return m_exceptions->setFocus(Qt::OtherFocusReason);
    if (m_exceptions && m_exceptions->families())
        return m_exceptions->leave();
    m_list->setFocus();
    Q_EMIT closeRequested();
}

void TodayPage::showState()
{
    const bool waiting = hasFocus() && m_model.rowCount() > 0; // there was nothing to give it to
    if (!m_model.isLoaded())
        m_empty->setContent({EmptyState::Kind::Loading, tr("Looking for what is due today…")});
    else if (m_model.isFiltered())
        m_empty->setContent(
            {EmptyState::Kind::Empty, tr("No family has all the chips that are on."), {},
                tr("Show the plan of today"), Icon::Filter});
    else
        m_empty->setContent({EmptyState::Kind::Empty, tr("Nothing is due today."),
            tr("Nobody waits for you. What you plan for today or promise a family shows up here."),
            tr("New task"), Icon::Check});
    const bool any = m_model.rowCount() > 0;
    m_body->setCurrentWidget(any ? static_cast<QWidget*>(m_list) : m_empty);
    if (waiting)
        m_list->setFocus(Qt::OtherFocusReason);
    showSummary();
}

void TodayPage::showSummary()
{
    const QDate today = dateAt(m_context.clock.now(), m_context.zone);
    QStringList parts{QLocale().toString(today, QLocale::LongFormat)};
    if (const int late = m_model.count(TodaySection::Overdue))
        parts.append(tr("%n overdue task(s)", nullptr, late));
    if (const int due = m_model.count(TodaySection::DueToday))
        parts.append(tr("%n task(s) for today", nullptr, due));
    if (const int families = m_model.count(TodaySection::Families))
        parts.append(tr("%n families", nullptr, families));
    m_status->setText(parts.join(u" · "_s));
}

QString TodayPage::statusText() const
{
    return m_status->text();
}

} // namespace homeroom
