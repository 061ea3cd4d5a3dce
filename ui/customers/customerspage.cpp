// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customerspage.h"

#include "models/store/drafts.h"
#include "ui/bulk/bulkmenu.h"
#include "ui/conditions/conditionbar.h"
#include "ui/customers/customercolumns.h"
#include "ui/customers/customerdelegate.h"
#include "ui/customers/customerwords.h"
#include "ui/customers/newcustomerdialog.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/familychipbar.h"
#include "ui/editing/pageviews.h"
#include "ui/frame/shortcuts.h"
#include "ui/handover/familydeeds.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/findfield.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int keepAfterMs = 600; // of quiet, so that dragging a width is one write
const QString pageName = u"customers"_s;
constexpr int filterWidth = 220;
constexpr int roomForWords = 1100;

} // namespace

CustomersPage::CustomersPage(PageContext& context, Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent), m_context(context), m_shortcuts(shortcuts),
      m_model(new CustomerTableModel(
          context.workspace, context.catalogue, customerWords(context), this)),
      m_toolbar(new ToolbarRow(context.theme)), m_chips(new FamilyChipBar(context)),
      m_conditions(new ConditionBar(context)), m_filter(new FindField(filterWidth)),
      m_duplicates(new QPushButton), m_import(new QPushButton), m_export(new QPushButton),
      m_table(new QTableView), m_columns(nullptr),
      m_views(new PageViews(context, *m_toolbar, pageName, this)),
      m_bulk(new BulkMenu(context, *this)), m_deeds(new FamilyDeeds(context, *this)),
      m_empty(new EmptyState(context.theme)), m_body(new QStackedWidget),
      m_status(new TextLabel(context.theme, TextRole::Small, &Colors::muted))
{
    prepareTable();
    arrange();
    connectParts();
    bindKeys();
    retranslate();
    m_views->restore();
}

CustomersPage::~CustomersPage()
{
    if (m_keeping.isActive())
        keepPageState(m_context.workspace.store(), pageName, m_columns->state());
}

void CustomersPage::prepareTable()
{
    // Before the table, which makes the neighbour of a row that leaves the current one.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_still = true; });
    m_table->setModel(m_model);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] { m_still = false; });
    m_table->setItemDelegate(new CustomerDelegate(m_context, *m_model, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView& rows = *m_table->verticalHeader();
    rows.hide();
    rows.setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView& columns = *m_table->horizontalHeader();
    columns.setContextMenuPolicy(Qt::CustomContextMenu);
    m_columns = new CustomerColumns(*m_table, *m_model, m_context.theme, this);
    m_columns->setState(pageState(m_context.workspace.reader(), pageName));
    m_table->setSortingEnabled(true);
}

void CustomersPage::arrange()
{
    m_filter->setObjectName(u"filter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(m_context.theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_duplicates->setIcon(m_context.theme.icon(Icon::Copy));
    m_import->setIcon(m_context.theme.icon(Icon::Import));
    m_export->setIcon(m_context.theme.icon(Icon::Export));
    for (QWidget* control : std::initializer_list<QWidget*>{
             m_filter, &m_conditions->button(), m_duplicates, m_import, m_export})
        m_toolbar->addControl(control);
    m_toolbar->setSearchHint({}, {});
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    auto* line = new QVBoxLayout;
    line->setContentsMargins(sizes::margin, sizes::grid, sizes::margin, sizes::grid);
    line->addWidget(m_status);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_chips);
    column->addWidget(m_conditions);
    column->addWidget(m_body, 1);
    column->addLayout(line);
}

void CustomersPage::connectParts()
{
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(keepAfterMs);
    connect(&m_keeping, &QTimer::timeout, this,
        [this] { keepPageState(m_context.workspace.store(), pageName, m_columns->state()); });
    connect(m_columns, &CustomerColumns::changed, &m_keeping, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& typed) {
        applyFilter([this, typed] { m_model->setFilter(typed); });
    });
    const auto filter = [this] {
        applyFilter([this] {
            m_model->setFamilies(bothOf(m_chips->families(), m_conditions->matching().families()));
        });
        showCounts();
    };
    connect(m_chips, &FamilyChipBar::familiesChanged, this, filter);
    connect(m_conditions, &ConditionBar::changed, this, filter);
    connect(m_model, &CustomerTableModel::loaded, &m_context.chips, &FamilyChips::start);
    // When everything that is on the screen has been read.
    const auto readAhead = [this] {
        for (const QJsonObject& view : m_views->definitions())
            m_conditions->prepare(view.value(u"conditions"_s).toObject());
    };
    connect(&m_context.chips, &FamilyChips::changed, this, readAhead, Qt::SingleShotConnection);
    connect(m_model, &CustomerTableModel::countsChanged, this, &CustomersPage::showCounts);
    connect(m_model, &CustomerTableModel::editRequested, this, &CustomersPage::edit);
    connect(m_toolbar, &ToolbarRow::primaryRequested, this, &CustomersPage::openNewLead);
    connect(m_toolbar, &ToolbarRow::addViewRequested, this,
        [this] { m_views->save(this, definition()); });
    connect(m_bulk, &BulkMenu::told, this, &CustomersPage::told);
    connect(m_deeds, &FamilyDeeds::told, this, &CustomersPage::told);
    connect(m_deeds, &FamilyDeeds::undoable, this, &CustomersPage::undoable);
    connect(m_views, &PageViews::viewChosen, this, &CustomersPage::showView);
    connect(m_views, &PageViews::ownTabChosen, this, [this] { showView({}); });
    connect(&m_toolbar->views(), &QWidget::customContextMenuRequested, this,
        [this](const QPoint& position) {
            m_views->showMenu(m_toolbar->views().mapToGlobal(position), definition());
        });
    connect(m_duplicates, &QPushButton::clicked, this, &CustomersPage::duplicatesRequested);
    connect(m_import, &QPushButton::clicked, this, &CustomersPage::importRequested);
    connect(m_export, &QPushButton::clicked, this, [this] {
        const std::vector<RecordId> selected = selectedCustomers();
        Q_EMIT exportRequested(selected.size() > 1 ? selected : m_model->shownIds());
    });
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_model->totalCount() == 0)
            openNewLead();
        else if (!m_conditions->faultText().isEmpty())
            m_conditions->edit();
        else
            showAll();
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &CustomersPage::showRowMenu);
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this,
        [this](const QPoint& position) {
            auto* menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            m_columns->fillMenu(*menu);
            menu->popup(m_table->horizontalHeader()->mapToGlobal(position));
        });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &CustomersPage::showCounts);
    // A row that is current already is walked to by being marked.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this](const QItemSelection& marked) {
            if (marked.contains(m_table->currentIndex()))
                followCurrent();
        });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &CustomersPage::followCurrent);
    connect(&m_shortcuts, &Shortcuts::changed, this, &CustomersPage::retranslate);
}

void CustomersPage::bindKeys()
{
    m_shortcuts.bind(Command::New, *this, [this] { openNewLead(); });
    m_shortcuts.bind(Command::Find, *this, [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
    m_shortcuts.bind(Command::StartCalls, *this, [this] {
        const std::vector<RecordId> picked = selectedCustomers();
        const bool several = picked.size() > 1;
        Q_EMIT callsRequested(
            several ? picked : m_model->shownIds(), several ? picked.front() : currentCustomer());
    });
    m_shortcuts.bind(Command::Conditions, *this, [this] { m_conditions->edit(); });
    m_shortcuts.bind(Command::Actions, *m_table, [this] { showActions(); });
    m_shortcuts.bind(Command::Next, *this, [this] { move(1); });
    m_shortcuts.bind(Command::Previous, *this, [this] { move(-1); });
    m_shortcuts.bind(Command::Select, *this, [this] { toggleSelected(); });
    m_shortcuts.bind(Command::CopyPhone, *this, [this] { copy(true); });
    m_shortcuts.bind(Command::CopyWechat, *this, [this] { copy(false); });
    m_shortcuts.bind(Command::Peek, *m_table, [this] { request(false); });
    m_shortcuts.bind(Command::Open, *m_table, [this] { request(true); });
    m_shortcuts.bind(Command::Close, *this, [this] { clearSelection(); });
    for (int view = 0; view < 9; ++view)
        m_shortcuts.bind(
            Command(int(Command::View1) + view), *this, [this, view] { m_views->choose(view); });
}

void CustomersPage::retranslate()
{
    m_toolbar->setTitle(tr("Customers"));
    m_toolbar->setPrimaryAction(tr("New lead"), m_shortcuts.keyText(Command::New));
    m_filter->setPlaceholderText(tr("Name, pinyin, phone, tag"));
    m_filter->setAccessibleName(tr("Filter families"));
    nameButtons();
    m_table->setAccessibleName(tr("Customers"));
    m_views->setOwnTabs({{u"all"_s, tr("All")}});
    showCounts();
}

void CustomersPage::focusInEvent(QFocusEvent*)
{
    if (m_body->currentWidget() == m_table)
        m_table->setFocus(Qt::OtherFocusReason);
}

void CustomersPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_model->isLoaded())
        m_model->reload();
}

void CustomersPage::showAll()
{
    m_filter->clear();
    m_chips->clearAll();
    m_conditions->setConditions({});
}

QString CustomersPage::nobodyText() const
{
    if (const QString fault = m_conditions->faultText(); !fault.isEmpty())
        return fault;
    if (!m_model->filter().isEmpty())
        return tr("No family matches «%1».").arg(m_model->filter());
    return m_conditions->matching().conditions().isEmpty()
        ? tr("No family has all the chips that are on.")
        : tr("No family meets the conditions.");
}

void CustomersPage::showCounts()
{
    const int shown = m_model->rowCount();
    const int total = m_model->totalCount();
    if (!m_model->isLoaded())
        m_empty->setContent({EmptyState::Kind::Loading, tr("Reading the families…")});
    else if (total == 0)
        m_empty->setContent({EmptyState::Kind::Empty, tr("There are no families yet."),
            tr("Import a list or add a lead."), tr("New lead"), Icon::Customers});
    else if (shown == 0)
        m_empty->setContent({EmptyState::Kind::Empty, nobodyText(),
            m_model->filter().isEmpty() ? QString()
                                        : tr("Names, pinyin, phone tails and tags are searched."),
            m_conditions->faultText().isEmpty() ? tr("Show all families")
                                                : tr("Change the conditions"),
            Icon::Filter});
    const bool waiting = hasFocus() && shown > 0; // there was nothing to give it to
    m_body->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(m_table) : m_empty);
    if (waiting)
        m_table->setFocus(Qt::OtherFocusReason);
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QString text = m_model->isLoaded()
        ? tr("%1 of %2 families").arg(english.toString(shown), english.toString(total))
        : QString();
    const qsizetype selected = m_table->selectionModel()->selectedRows().size();
    if (selected > 1 || (m_selecting && selected > 0))
        text += u"  ·  "_s + tr("%n selected", "", int(selected));
    m_status->setText(text);
}

void CustomersPage::setDuplicates(int pairs)
{
    m_pairs = pairs;
    nameButtons();
}

// Beside an open panel the views need the room that the words take.
void CustomersPage::nameButtons()
{
    const bool narrow = width() < roomForWords;
    const auto name = [narrow](QPushButton& button, const QString& words, const QString& more) {
        button.setText(narrow ? more : (words + u"  "_s + more).trimmed());
        button.setToolTip(narrow ? words : QString());
        button.setAccessibleName((words + u' ' + more).trimmed());
    };
    name(*m_duplicates, tr("Duplicates"), m_pairs > 0 ? QString::number(m_pairs) : QString());
    name(*m_import, tr("Import"), {});
    name(*m_export, tr("Export"), {});
}

void CustomersPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    nameButtons();
}

QString CustomersPage::statusText() const
{
    return m_status->text();
}

QJsonObject CustomersPage::definition() const
{
    QJsonObject definition = m_columns->state();
    definition.insert(u"filter"_s, m_filter->text());
    definition.insert(u"chips"_s, QJsonArray::fromStringList(m_chips->chosen()));
    definition.insert(u"conditions"_s, m_conditions->definition());
    return definition;
}

void CustomersPage::showView(const QJsonObject& definition)
{
    m_filter->setText(definition.value(u"filter"_s).toString());
    m_chips->choose(definition.value(u"chips"_s).toVariant().toStringList());
    m_conditions->setDefinition(definition.value(u"conditions"_s).toObject());
    m_columns->setState(
        definition.isEmpty() ? pageState(m_context.workspace.reader(), pageName) : definition);
}

void CustomersPage::request(bool takeFocus)
{
    if (!m_table->hasFocus()) // Enter in a cell that is being edited ends the editing
        return m_table->setFocus();
    const RecordId current = currentCustomer();
    if (current.isNull())
        return;
    Q_EMIT customerRequested(current, m_model->shownIds());
    if (takeFocus)
        Q_EMIT panelFocusRequested();
}

void CustomersPage::openNewLead()
{
    auto* dialog = new NewCustomerDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const RecordId id = m_context.ids.next();
        const auto show = [this, id](const Result<EditReceipt>& receipt) {
            if (receipt.ok())
                setCurrent(id);
        };
        m_context.desk.apply(dialog->edit(id), this, show);
    });
    connect(dialog, &NewCustomerDialog::familyRequested, this, [this, dialog](const RecordId& id) {
        dialog->reject();
        showAll();
        setCurrent(id);
        Q_EMIT customerRequested(id, m_model->shownIds());
    });
    dialog->open();
}

void CustomersPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
