// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/customerpanel.h"

#include "models/store/mergequery.h"
#include "models/store/records.h"
#include "ui/editing/privacymode.h"
#include "ui/frame/shortcuts.h"
#include "ui/handover/familydeeds.h"
#include "ui/panel/callbar.h"
#include "ui/panel/callflow.h"
#include "ui/panel/familyheader.h"
#include "ui/panel/familytabs.h"
#include "ui/panel/fieldstab.h"
#include "ui/panel/followupbox.h"
#include "ui/panel/timelineview.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

CustomerPanel::CustomerPanel(PageContext& context, Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent), m_context(context), m_shortcuts(shortcuts), m_states(new QStackedWidget),
      m_gone(new EmptyState(context.theme)), m_header(new FamilyHeader(context)),
      m_tabBar(new QTabBar), m_tabs(new QStackedWidget), m_timeline(new TimelineView(context)),
      m_learning(new LearningTab(context)), m_orders(new OrdersTab(context)),
      m_fields(new FieldsTab(context)), m_box(new FollowUpBox(context)),
      m_callBar(new CallBar(context, shortcuts)),
      m_calls(new CallFlow(context, *m_callBar, *m_box, this))
{
    setFocusPolicy(Qt::StrongFocus);
    arrange();
    bindKeys();
    retranslate();
    connect(&context.workspace.store(), &RecordStore::changed, this, &CustomerPanel::follow);
    connect(&context.catalogue, &Catalogue::changed, this, &CustomerPanel::showFamily);
    if (context.privacy)
        connect(context.privacy, &PrivacyMode::changed, this, &CustomerPanel::showFamily);
    connect(m_tabBar, &QTabBar::currentChanged, this, &CustomerPanel::fillTab);
    connect(m_header, &FamilyHeader::told, this, &CustomerPanel::told);
    connect(m_timeline, &TimelineView::takeApartRequested, this,
        [this](const RecordId& loser, const QString& name) {
            m_header->deeds().askTakeApart(m_customer, loser, name);
        });
    connect(m_header, &FamilyHeader::closeRequested, this, &CustomerPanel::closeRequested);
    // Deferred: the field that asks may go with its family.
    connect(
        m_fields, &FieldsTab::familyRequested, this,
        [this](const RecordId& family) {
            open(family);
            Q_EMIT walkedTo(family);
        },
        Qt::QueuedConnection);
    connect(m_gone, &EmptyState::actionRequested, this, [this] {
        if (m_typed.isEmpty())
            Q_EMIT closeRequested();
        else
            copyTyped();
    });
    connect(m_gone, &EmptyState::otherRequested, this, &CustomerPanel::closeRequested);
    connect(m_box, &FollowUpBox::saved, this, [this] {
        setFocus();
        m_calls->saved();
    });
    connect(m_calls, &CallFlow::familyRequested, this, &CustomerPanel::showCalled);
    connect(m_calls, &CallFlow::told, this, &CustomerPanel::told);
    connect(m_callBar, &CallBar::dialRequested, this, [this] {
        m_header->dialPhone();
        m_calls->startClock();
        setFocus();
    });
    connect(&shortcuts, &Shortcuts::changed, this, &CustomerPanel::retranslate);
}

CustomerPanel::~CustomerPanel() = default;

void CustomerPanel::arrange()
{
    setMinimumWidth(sizes::panel - sizes::margin * 2);
    setTabLook(*m_tabBar, TabLook::Underlined);
    m_tabBar->setExpanding(false);
    m_tabBar->setDrawBase(false);
    for (int tab = 0; tab <= int(Tab::Fields); ++tab)
        m_tabBar->addTab(QString());
    for (QWidget* tab : std::initializer_list<QWidget*>{m_timeline, m_learning, m_orders, m_fields})
        m_tabs->addWidget(tab);
    auto* family = new QWidget;
    auto* column = new QVBoxLayout(family);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_callBar);
    auto* tabRow = new QVBoxLayout;
    tabRow->setContentsMargins(sizes::gap, 0, sizes::gap, 0);
    tabRow->addWidget(m_tabBar);
    column->addLayout(tabRow);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_box);
    m_states->addWidget(family);
    m_states->addWidget(m_gone);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->addWidget(m_states);
}

void CustomerPanel::bindKeys()
{
    m_shortcuts.bind(Command::Next, *this, [this] { walk(1); });
    m_shortcuts.bind(Command::Previous, *this, [this] { walk(-1); });
    m_shortcuts.bind(Command::Close, *this, [this] { leaveStep(); });
    m_shortcuts.bind(Command::CopyPhone, *this, [this] {
        m_header->copyPhone();
        m_calls->startClock();
    });
    m_shortcuts.bind(Command::CopyWechat, *this, [this] { m_header->copyWechat(); });
    m_shortcuts.bind(Command::Save, *this, [this] { m_box->save(); });
    bindCalls();
}

void CustomerPanel::bindCalls()
{
    m_shortcuts.bind(Command::StartCalls, *this, [this] { startCalls(m_walk, m_customer); });
    // Elsewhere the same letter means other things, and nobody is to be dialled by mistake.
    m_shortcuts.bind(Command::Dial, *this, [this] {
        if (!m_calls->isActive())
            return;
        m_header->dialPhone();
        m_calls->startClock();
    });
    for (int number = 1; number <= CallBar::resultCount; ++number) {
        const auto command = Command(int(Command::Result1) + number - 1);
        m_shortcuts.bind(command, *this, [this, number] {
            if (m_calls->isActive())
                m_calls->choose(number);
            else
                m_box->chooseResult(number);
        });
    }
}

void CustomerPanel::startCalls(const std::vector<RecordId>& families, const RecordId& first)
{
    m_walk = families;
    m_calls->start(families, first);
    setFocus();
}

void CustomerPanel::showCalled(const RecordId& family)
{
    open(family);
    if (m_family)
        m_calls->showFamily(*m_family);
    Q_EMIT walkedTo(m_customer);
}

// Step by step: from what is being written to the keys, then the calls end, then the panel goes.
void CustomerPanel::leaveStep()
{
    const QWidget* focus = QApplication::focusWidget();
    if (!m_calls->isActive())
        Q_EMIT closeRequested();
    else if (focus && m_box->isAncestorOf(focus))
        setFocus();
    else
        m_calls->end();
}

// No shortcut: a child that means something else by Enter keeps it.
void CustomerPanel::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && hasFocus() && event->modifiers().testFlag(Qt::NoModifier) && m_family)
        m_box->write();
    else
        QWidget::keyPressEvent(event);
}

void CustomerPanel::retranslate()
{
    m_tabBar->setTabText(int(Tab::Timeline), tr("Timeline"));
    m_tabBar->setTabText(int(Tab::Learning), tr("Learning"));
    m_tabBar->setTabText(int(Tab::Orders), tr("Orders"));
    m_tabBar->setTabText(int(Tab::Fields), tr("Fields"));
    m_tabBar->setAccessibleName(tr("Parts of the family"));
    m_box->setHint(tr("%1 save · 1–5 result · %2/%3 walk")
                       .arg(m_shortcuts.keyText(Command::Save), m_shortcuts.keyText(Command::Next),
                           m_shortcuts.keyText(Command::Previous)));
    showGone();
    m_timeline->setAccessibleName(tr("Timeline"));
    setAccessibleName(tr("Family"));
}

void CustomerPanel::showGone()
{
    const bool typed = !m_typed.isEmpty();
    m_gone->setContent({EmptyState::Kind::Empty, tr("This family is not here any more."),
        typed ? tr("It was handed over, merged or deleted. What you typed was not saved: "
                   "copy it before you close this.")
              : tr("It was handed over, merged or deleted."),
        typed ? tr("Copy what you typed") : tr("Close"), Icon::Person,
        typed ? tr("Close") : QString()});
}

void CustomerPanel::copyTyped()
{
    QApplication::clipboard()->setText(m_typed);
    Q_EMIT told(tr("Copied"));
}

void CustomerPanel::open(const RecordId& customer, std::vector<RecordId> walk)
{
    if (!walk.empty())
        m_walk = std::move(walk);
    if (customer == m_customer && m_family)
        return;
    m_customer = customer;
    m_typed.clear();
    m_box->setCustomer(customer);
    read();
    Q_EMIT shown(m_customer);
}

void CustomerPanel::leave()
{
    m_calls->end();
    m_box->setCustomer({});
    m_customer = {};
    m_typed.clear();
    m_family.reset();
    m_walk.clear();
    Q_EMIT shown({});
}

void CustomerPanel::putAway()
{
    if (m_family)
        m_box->putAway(m_fields->putAway());
}

void CustomerPanel::showTab(Tab tab)
{
    m_tabBar->setCurrentIndex(int(tab));
}

void CustomerPanel::walk(int step)
{
    if (m_calls->isActive())
        return m_calls->step(step);
    const auto here = std::find(m_walk.begin(), m_walk.end(), m_customer);
    if (here == m_walk.end())
        return;
    const auto next = (here - m_walk.begin()) + step;
    if (next < 0 || next >= qsizetype(m_walk.size()))
        return;
    open(m_walk[size_t(next)]);
    Q_EMIT walkedTo(m_customer);
}

void CustomerPanel::follow(const ChangeSet& changes)
{
    if (m_customer.isNull())
        return;
    const bool touched = std::any_of(changes.records.begin(), changes.records.end(),
        [this](const ChangedRecord& record) { return record.root == m_customer; });
    if (!touched)
        return;
    read();
    if (m_family || !m_typed.isEmpty())
        return;
    if (const RecordId winner = mergedInto(changes); !winner.isNull()) {
        open(winner);
        Q_EMIT walkedTo(winner);
    }
}

/// The family that the one shown became part of with these changes; null where it did not.
RecordId CustomerPanel::mergedInto(const ChangeSet& changes) const
{
    for (const ChangedRecord& record : changes.records) {
        if (record.kind != RecordKind::HistoryEntry || record.removed)
            continue;
        const auto entry = findRecord<HistoryEntry>(m_context.workspace.reader(), record.id);
        if (entry && entry->action == HistoryAction::Merge && mergedFamily(*entry).id == m_customer)
            return record.root;
    }
    return {};
}

void CustomerPanel::read()
{
    const Result<std::optional<Family>> family =
        m_context.workspace.reader().read([this](Database& database) {
            return Result<std::optional<Family>>(readFamily(database, m_customer));
        });
    m_family = family.ok() ? *family : std::nullopt;
    if (m_family) {
        m_typed.clear();
        m_box->setCustomer(m_customer);
        m_timeline->setCustomer(m_customer);
        showFamily();
        return;
    }
    const QWidget* focus = QApplication::focusWidget();
    const bool within = focus && isAncestorOf(focus);
    letGo();
    showFamily();
    // What is typed on must not reach the list beside the panel.
    if (within)
        (m_typed.isEmpty() ? this : static_cast<QWidget*>(&m_gone->actionButton()))->setFocus();
}

// Nothing of the family stays but what the person typed: that is theirs to take along.
void CustomerPanel::letGo()
{
    QStringList typed = m_fields->letGo();
    typed.append(m_box->words());
    m_box->letGo();
    typed.removeAll(QString());
    if (m_typed.isEmpty())
        m_typed = typed.join(u'\n');
    m_timeline->setCustomer({});
    m_header->setFamily({});
    m_learning->setFamily({});
    m_orders->setFamily({});
    showGone();
}

void CustomerPanel::showFamily()
{
    if (m_customer.isNull())
        return;
    m_states->setCurrentIndex(m_family ? 0 : 1);
    if (!m_family)
        return;
    m_header->setFamily(*m_family);
    m_calls->showFamily(*m_family);
    const Customer& customer = m_family->customer;
    m_timeline->setMayTakeApart(m_header->deeds().mayTakeApart(*m_family));
    m_box->setEnabled(covers(m_context.viewer, Right::EditFamily, customer.owner, m_family->team));
    fillTab();
}

/// Only the tab in front is laid out: walking with J and K stays within a frame.
void CustomerPanel::fillTab()
{
    const auto tab = Tab(m_tabBar->currentIndex());
    m_tabs->setCurrentIndex(int(tab));
    if (!m_family)
        return;
    if (tab == Tab::Learning)
        m_learning->setFamily(*m_family);
    else if (tab == Tab::Orders)
        m_orders->setFamily(*m_family);
    else if (tab == Tab::Fields)
        m_fields->setFamily(*m_family);
}

void CustomerPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colors().raised);
    painter.fillRect(0, 0, 1, height(), m_context.theme.colors().line);
}

void CustomerPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showFamily();
    }
}

} // namespace homeroom
