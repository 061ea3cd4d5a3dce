// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/rehearsalstep.h"

#include "ui/import/cellpreview.h"
#include "ui/import/importtexts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct FilterChip {
    const char* id;
    PlanFilter filter;
};
constexpr FilterChip filterChips[] = {{"create", PlanFilter::Create},
    {"change", PlanFilter::Change}, {"unchanged", PlanFilter::Unchanged},
    {"skip", PlanFilter::Skip}, {"fail", PlanFilter::Fail}, {"alike", PlanFilter::Alike}};

constexpr int lineWidth = 72;
constexpr int outcomeWidth = 110;
constexpr int nameWidth = 240;
constexpr int fieldsHeight = 190;
constexpr int fieldRowHeight = 28;

void prepare(QTableView& table)
{
    table.verticalHeader()->hide();
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
}

} // namespace

RehearsalStep::RehearsalStep(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(new PlannedRowsModel(context, this)),
      m_body(new QStackedWidget), m_progress(new ProgressRow(context.theme)),
      m_error(new EmptyState(context.theme)), m_chips(new ChipBar(context.theme)),
      m_note(new TextLabel(context.theme, TextRole::Body, &Colors::muted)), m_rows(new QTableView),
      m_fields(new QTableWidget(0, 3))
{
    prepareTables();
    m_progress->setCancellable(false);
    auto* waiting = new QWidget;
    auto* middle = new QVBoxLayout(waiting);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(1);
    middle->addWidget(m_progress);
    middle->addStretch(2);
    m_body->addWidget(waiting);
    m_body->addWidget(makeList());
    m_body->addWidget(m_error);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_body);
    connect(m_chips, &ChipBar::filtersChanged, this, &RehearsalStep::chooseFilter);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &RehearsalStep::showFields);
    retranslate();
}

void RehearsalStep::prepareTables()
{
    m_rows->setModel(m_model);
    prepare(*m_rows);
    prepare(*m_fields);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->setColumnWidth(PlannedRowsModel::LineColumn, lineWidth);
    m_rows->setColumnWidth(PlannedRowsModel::OutcomeColumn, outcomeWidth);
    m_rows->setColumnWidth(PlannedRowsModel::NameColumn, nameWidth);
    m_fields->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_fields->verticalHeader()->setDefaultSectionSize(fieldRowHeight);
    m_fields->setFixedHeight(fieldsHeight);
}

QWidget* RehearsalStep::makeList()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::gap);
    m_note->setWordWrap(true);
    m_chips->layout()->setContentsMargins(0, 0, 0, sizes::gap);
    column->addWidget(m_chips);
    column->addWidget(m_note);
    column->addWidget(m_rows, 1);
    column->addWidget(m_fields);
    return page;
}

void RehearsalStep::showProgress(qint64 done, qint64 total)
{
    m_body->setCurrentIndex(0);
    m_progress->setProgress(done, total, std::nullopt);
}

void RehearsalStep::showPlan(const ImportPlan& plan, std::shared_ptr<const ImportOrder> order)
{
    m_order = std::move(order);
    m_model->setPlan(plan, m_order);
    const Result<ImportCatalogue> catalogue =
        m_context.workspace.reader().read(loadImportCatalogue);
    m_catalogue = catalogue.ok() ? *catalogue : ImportCatalogue();
    m_filter.clear();
    m_chips->clearAll();
    fillChips();
    showNote();
    m_body->setCurrentIndex(1);
    m_rows->setCurrentIndex(m_model->index(0, 0));
    showFields();
}

void RehearsalStep::showError(const QString& sentence)
{
    m_error->setContent({EmptyState::Kind::Error, sentence, {}, {}});
    m_body->setCurrentWidget(m_error);
}

QString RehearsalStep::note() const
{
    return m_note->text();
}

void RehearsalStep::fillChips()
{
    m_chips->setChips({{u"create"_s, tr("New")}, {u"change"_s, tr("Changed")},
        {u"unchanged"_s, tr("Unchanged")}, {u"skip"_s, tr("Left out")}, {u"fail"_s, tr("Failed")},
        {u"alike"_s, tr("Like another family")}});
    const ImportPlan& plan = m_model->plan();
    const auto set = [&](const QString& id, qint64 count) { m_chips->setCount(id, int(count)); };
    set(u"create"_s, plan.count(ImportOutcome::Create));
    set(u"change"_s, plan.count(ImportOutcome::Update) + plan.count(ImportOutcome::Append));
    set(u"unchanged"_s, plan.count(ImportOutcome::Unchanged));
    set(u"skip"_s, plan.count(ImportOutcome::Skip));
    set(u"fail"_s, plan.count(ImportOutcome::Fail));
    set(u"alike"_s, plan.warned);
}

void RehearsalStep::chooseFilter(const QStringList& chips)
{
    // One at a time: the one just switched on wins.
    QString chosen;
    for (const QString& id : chips) {
        if (id != m_filter)
            chosen = id;
    }
    if (chosen.isEmpty() && chips.contains(m_filter))
        chosen = m_filter;
    m_filter = chosen;
    PlanFilter filter = PlanFilter::All;
    for (const FilterChip& chip : filterChips) {
        const QString id = QString::fromLatin1(chip.id);
        m_chips->setChecked(id, id == chosen);
        if (id == chosen)
            filter = chip.filter;
    }
    m_model->setFilter(filter);
    m_rows->setCurrentIndex(m_model->index(0, 0));
    showFields();
}

void RehearsalStep::showFields()
{
    m_fields->setRowCount(0);
    const QModelIndex current = m_rows->currentIndex();
    if (!current.isValid())
        return;
    const JudgedRow& row = m_model->row(current.row());
    if (row.outcome == ImportOutcome::Create) {
        showNewFields(row);
        return;
    }
    for (const FieldDifference& one : row.differences) {
        addField(targetText(one.target, m_context.catalogue),
            targetValueText(one.target, one.before, m_context.catalogue, m_context.zone),
            targetValueText(one.target, one.after, m_context.catalogue, m_context.zone));
    }
    if (row.differences.empty() && row.outcome == ImportOutcome::Fail)
        showNewFields(row);
}

void RehearsalStep::showNewFields(const JudgedRow& row)
{
    const ImportChoices& choices = m_order->choices;
    for (size_t i = 0; i < choices.mapping.columns.size(); ++i) {
        const ColumnMapping& mapping = choices.mapping.columns[i];
        if (mapping.target.kind == ImportTargetKind::Skip)
            continue;
        const CellPreview preview(
            m_order->table, mapping, choices.emptyWords, m_catalogue, m_context);
        const CellPreview::Cell cell = preview.cell(row.row);
        // A cell that cannot be read is shown as it was typed; the row says what is wrong with it.
        const QString text = cell.readable ? cell.text : m_order->table.cell(row.row, i);
        if (!text.isEmpty())
            addField(targetText(mapping.target, m_context.catalogue), {}, text);
    }
}

void RehearsalStep::addField(const QString& name, const QString& before, const QString& after)
{
    const int row = m_fields->rowCount();
    m_fields->insertRow(row);
    int column = 0;
    for (const QString& text : {name, before.isEmpty() ? u"–"_s : before, after}) {
        auto* item = new QTableWidgetItem(text);
        item->setToolTip(text);
        m_fields->setItem(row, column++, item);
    }
    m_fields->item(row, 1)->setForeground(m_context.theme.colors().faint);
}

void RehearsalStep::showNote()
{
    const ImportPlan& plan = m_model->plan();
    QStringList parts;
    if (!plan.complete)
        parts.append(tr("The rehearsal was cancelled; only the rows below were tried."));
    if (plan.unknownChannels > 0)
        parts.append(tr("Rows with a channel that is not here: %1. It is kept as source text and "
                        "can be matched later.")
                         .arg(locale().toString(plan.unknownChannels)));
    const bool mayDefine = mayEditOrgRecord(m_context.viewer, RecordKind::CustomField, {});
    if (!plan.newCustomFields.isEmpty())
        parts.append((mayDefine ? tr("New custom fields: %1.")
                                : tr("Columns without a custom field here: %1. Their values stand "
                                     "under «Fields» of each family."))
                         .arg(plan.newCustomFields.size()));
    m_note->setText(parts.join(u' '));
    m_note->setVisible(!parts.isEmpty());
}

void RehearsalStep::retranslate()
{
    m_progress->setTitle(tr("Trying every row; nothing is written yet"));
    m_fields->setHorizontalHeaderLabels({tr("Field"), tr("Before"), tr("After")});
    m_fields->setAccessibleName(tr("Fields of the row"));
    m_rows->setAccessibleName(tr("Rows of the sheet"));
    if (m_order) {
        fillChips();
        showNote();
    }
}

void RehearsalStep::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace homeroom
