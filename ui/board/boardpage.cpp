// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardpage.h"

#include "models/store/records.h"
#include "ui/board/movemenu.h"
#include "ui/bulk/bulkmenu.h"
#include "ui/conditions/conditionbar.h"
#include "ui/editing/contactcopy.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/familychipbar.h"
#include "ui/editing/pageviews.h"
#include "ui/handover/familydeeds.h"
#include "ui/widgets/findfield.h"
#include "ui/widgets/toolbarrow.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 300;
constexpr int findWidth = 216;
const QString pageName = u"board"_s;

Id<Pipeline> pipelineId(const QString& id)
{
    return Id<Pipeline>(RecordId::fromString(id).value_or(RecordId()));
}

} // namespace

BoardPage::BoardPage(
    const PageContext& context, Shortcuts& shortcuts, BoardSettings& settings, QWidget* parent)
    : QWidget(parent), m_context(context), m_shortcuts(shortcuts), m_settings(settings),
      m_model(context.workspace, context.catalogue, context.clock, pipelineId(wantedPipeline())),
      m_toolbar(new ToolbarRow(context.theme)), m_chips(new FamilyChipBar(context)),
      m_conditions(new ConditionBar(context)),
      m_views(new PageViews(context, *m_toolbar, pageName, this)), m_find(new FindField(findWidth)),
      m_stack(new QStackedWidget), m_view(new BoardView(m_model, m_context, shortcuts, settings)),
      m_empty(new EmptyState(context.theme)), m_mover(new CardMover(m_model, m_context, *this)),
      m_bulk(new BulkMenu(context, *this)), m_deeds(new FamilyDeeds(context, *this))
{
    arrange();
    connectParts();
    bindKeys();
    retranslate();
    showPipelines();
    m_views->restore();
}

void BoardPage::arrange()
{
    m_find->setClearButtonEnabled(true);
    m_find->addAction(m_context.theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_toolbar->addControl(m_find);
    m_toolbar->addControl(&m_conditions->button());
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_chips);
    column->addWidget(m_conditions);
    column->addWidget(m_stack, 1);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
}

void BoardPage::connectParts()
{
    connect(&m_context.catalogue, &Catalogue::changed, this, &BoardPage::showPipelines);
    connect(m_views, &PageViews::ownTabChosen, this, [this](const QString& pipeline) {
        choosePipeline(pipeline);
        showFilters({});
    });
    connect(m_views, &PageViews::viewChosen, this, &BoardPage::showView);
    connect(m_toolbar, &ToolbarRow::addViewRequested, this,
        [this] { m_views->save(this, definition()); });
    connect(&m_toolbar->views(), &QWidget::customContextMenuRequested, this,
        [this](const QPoint& position) {
            m_views->showMenu(m_toolbar->views().mapToGlobal(position), definition());
        });
    connect(m_toolbar, &ToolbarRow::primaryRequested, this, &BoardPage::newLeadRequested);
    const auto filter = [this] {
        m_model.setCustomerFilter(bothOf(m_chips->families(), m_conditions->matching().families()));
        showState();
    };
    connect(m_chips, &FamilyChipBar::familiesChanged, this, filter);
    connect(m_conditions, &ConditionBar::changed, this, filter);
    // The chips are read after the cards, which people wait for.
    connect(&m_model, &BoardModel::settled, &m_context.chips, &FamilyChips::start);
    if (m_model.state() == BoardModel::State::Ready)
        m_context.chips.start();
    connect(m_find, &QLineEdit::textChanged, &m_model, &BoardModel::setTextFilter);
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        if (m_stack->currentWidget() == m_view)
            m_view->walk(0);
    });
    connect(&m_model, &BoardModel::stateChanged, this, &BoardPage::showState);
    connect(&m_model, &BoardModel::settled, this, &BoardPage::showState);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_impatient = true;
        showState();
    });
    connect(m_empty, &EmptyState::actionRequested, this, &BoardPage::actOnEmpty);
    connect(m_view, &BoardView::openRequested, this, &BoardPage::open);
    connect(m_view, &BoardView::enterRequested, this, [this] {
        open();
        Q_EMIT panelFocusRequested();
    });
    connect(m_view, &BoardView::menuRequested, this, &BoardPage::showMenu);
    connect(m_bulk, &BulkMenu::told, this, &BoardPage::noticed);
    connect(m_deeds, &FamilyDeeds::told, this, &BoardPage::noticed);
    connect(m_deeds, &FamilyDeeds::undoable, this, &BoardPage::undoable);
    connect(&m_context.desk, &EditDesk::reverted, this, &BoardPage::followReverted);
    connect(m_mover, &CardMover::refused, m_view, &BoardView::showRefused);
    connect(m_mover, &CardMover::refused, m_view, [this] { m_view->follow({}); });
    connect(m_mover, &CardMover::abandoned, m_view, [this] { m_view->follow({}); });
    connect(m_mover, &CardMover::moved, m_view, &BoardView::clearSelection);
}

void BoardPage::bindKeys()
{
    m_shortcuts.bind(Command::New, *this, [this] { Q_EMIT newLeadRequested(); });
    m_shortcuts.bind(Command::Find, *this, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    m_shortcuts.bind(Command::Close, *m_find, [this] {
        m_find->clear();
        m_view->takeFocus();
    });
    m_shortcuts.bind(Command::MoveTo, *m_view, [this] { showMoveMenu(); });
    m_shortcuts.bind(
        Command::CopyPhone, *m_view, [this] { Q_EMIT noticed(copyPhone(currentFamily())); });
    m_shortcuts.bind(
        Command::CopyWechat, *m_view, [this] { Q_EMIT noticed(copyWechat(currentFamily())); });
    m_shortcuts.bind(Command::Actions, *m_view, [this] {
        if (const BoardColumn* column = m_view->currentColumn()) {
            const CardList& list = column->list();
            const QRect card = list.cardRect(list.currentIndex().row());
            showMenu(list.viewport()->mapToGlobal(card.topRight()));
        }
    });
    m_shortcuts.bind(Command::StartCalls, *m_view,
        [this] { Q_EMIT callsRequested(m_view->walkList(), m_view->currentCustomer()); });
    m_shortcuts.bind(Command::Conditions, *this, [this] { m_conditions->edit(); });
    for (int place = 0; place < 9; ++place)
        m_shortcuts.bind(
            Command(int(Command::View1) + place), *this, [this, place] { m_views->choose(place); });
}

/// The focus goes back with the card that an undo has moved, so that the next key is about the same
/// family as the last one was.
void BoardPage::followReverted(const ChangeSet& changes)
{
    if (!m_view->isAncestorOf(QApplication::focusWidget()))
        return;
    for (const ChangedRecord& record : changes.records) {
        if (record.kind == RecordKind::Opportunity && m_model.find(record.id).first)
            return m_view->focusCard(record.id);
    }
}

void BoardPage::focusInEvent(QFocusEvent*)
{
    if (m_stack->currentWidget() == m_view)
        m_view->takeFocus();
    else
        m_find->setFocus(Qt::OtherFocusReason);
}

void BoardPage::showPipelines()
{
    QList<TabText> tabs;
    for (const Pipeline& pipeline : m_context.catalogue.pipelines()) {
        if (pipeline.active)
            tabs.append({pipeline.id.toString(), pipeline.name});
    }
    m_views->setOwnTabs(tabs);
    const auto has = [&](const QString& id) {
        return std::any_of(
            tabs.begin(), tabs.end(), [&](const TabText& tab) { return tab.id == id; });
    };
    const QString shown = m_model.pipeline().toString();
    const QString wanted = has(shown) ? shown : wantedPipeline();
    // A saved view stays chosen; its pipeline is only one of the things it says.
    if (has(m_toolbar->views().currentId())) {
        const QSignalBlocker quiet(m_toolbar->views());
        m_toolbar->views().setCurrentId(wanted);
    }
    m_model.setPipeline(pipelineId(wanted));
    showState();
}

/// The one chosen last, the default one, or the first; empty where there is none.
QString BoardPage::wantedPipeline() const
{
    QStringList ids;
    for (const Pipeline& pipeline : m_context.catalogue.pipelines()) {
        if (pipeline.active)
            ids.append(pipeline.id.toString());
    }
    const Pipeline* usual = m_context.catalogue.defaultPipeline();
    for (const QString& id :
        {m_settings.boardPipeline(), usual ? usual->id.toString() : QString()}) {
        if (ids.contains(id))
            return id;
    }
    return ids.value(0);
}

void BoardPage::choosePipeline(const QString& id)
{
    m_settings.setBoardPipeline(id);
    m_model.setPipeline(pipelineId(id));
    showState();
}

QJsonObject BoardPage::definition() const
{
    return {{u"pipeline"_s, m_model.pipeline().toString()}, {u"filter"_s, m_find->text()},
        {u"chips"_s, QJsonArray::fromStringList(m_chips->chosen())},
        {u"conditions"_s, m_conditions->definition()}};
}

void BoardPage::showView(const QJsonObject& definition)
{
    const QString pipeline = definition.value(u"pipeline"_s).toString();
    const std::optional<RecordId> id = RecordId::fromString(pipeline);
    if (id && m_context.catalogue.find(Id<Pipeline>(*id)))
        choosePipeline(pipeline);
    showFilters(definition);
}

void BoardPage::showFilters(const QJsonObject& definition)
{
    m_find->setText(definition.value(u"filter"_s).toString());
    m_chips->choose(definition.value(u"chips"_s).toVariant().toStringList());
    m_conditions->setDefinition(definition.value(u"conditions"_s).toObject());
}

void BoardPage::open()
{
    const RecordId customer = m_view->currentCustomer();
    if (!customer.isNull())
        Q_EMIT customerRequested(customer, m_view->walkList());
}

void BoardPage::showMenu(const QPoint& global)
{
    auto* menu = new MoveMenu(this);
    menu->addAction(tr("Open"), this, &BoardPage::open);
    fillMoveMenu(*menu->addMenu(tr("Move to")));
    menu->addSeparator();
    menu->addAction(
        tr("Copy the phone number"), this, [this] { Q_EMIT noticed(copyPhone(currentFamily())); });
    menu->addAction(
        tr("Copy the WeChat name"), this, [this] { Q_EMIT noticed(copyWechat(currentFamily())); });
    menu->addSeparator();
    m_bulk->fill(*menu, m_view->customersToMove(), BulkMenu::Stages::LeftOut);
    m_deeds->fillMenu(*menu, m_view->customersToMove());
    menu->popup(global);
}

void BoardPage::showMoveMenu()
{
    const BoardColumn* column = m_view->currentColumn();
    if (m_view->cardsToMove().empty() || !column)
        return;
    auto* menu = new MoveMenu(this);
    menu->setAccessibleName(tr("Move to"));
    fillMoveMenu(*menu);
    const CardList& list = column->list();
    const QRect card = list.cardRect(list.currentIndex().row());
    menu->popup(list.viewport()->mapToGlobal(card.topRight()));
}

void BoardPage::fillMoveMenu(QMenu& menu)
{
    const std::vector<RecordId> cards = m_view->cardsToMove();
    int place = 0;
    for (BoardColumnModel* column : m_model.columns()) {
        // The digit in front is its key, as it is on the board.
        const QString name = QString(column->stage().name).replace(u'&', QStringLiteral("&&"));
        const QString digit = ++place < 10 ? QStringLiteral("&%1  ").arg(place) : QString();
        QAction* action = menu.addAction(digit + name);
        action->setEnabled(column->rowOf(m_view->currentCard()) < 0);
        const RecordId stage = column->stage().id;
        connect(action, &QAction::triggered, this, [this, cards, stage] {
            m_view->follow(cards.front());
            const BoardColumnModel* target = m_model.columnOf(stage);
            const bool empty = !target || target->rowCount() == 0;
            m_mover->move({cards, stage, empty ? RecordId() : target->entry(0).opportunity});
        });
    }
}

Customer BoardPage::currentFamily() const
{
    const Result<std::optional<Customer>> found =
        m_context.workspace.reader().read([this](Database& database) {
            return findRecord<Customer>(database, m_view->currentCustomer());
        });
    return found.ok() ? found->value_or(Customer()) : Customer();
}

void BoardPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BoardPage::retranslate()
{
    m_toolbar->setTitle(tr("Board"));
    m_toolbar->setPrimaryAction(tr("New lead"), m_shortcuts.keyText(Command::New));
    m_toolbar->setViewsName(tr("Pipelines and views"));
    m_find->setPlaceholderText(
        tr("Find on this board  %1").arg(m_shortcuts.keyText(Command::Find)));
    m_find->setAccessibleName(tr("Find on this board"));
    showState();
}

} // namespace homeroom
