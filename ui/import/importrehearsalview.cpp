// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importrehearsalview.h"

#include "ui/import/importtexts.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chipbar.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

enum Column { LineColumn, OutcomeColumn, ChangesColumn, IssuesColumn, ColumnCount };

constexpr std::array outcomes{ImportOutcome::Create, ImportOutcome::Update, ImportOutcome::Append,
    ImportOutcome::Unchanged, ImportOutcome::Skip, ImportOutcome::Fail};

const QString warnedChip = u"warned"_s;

} // namespace

RehearsalModel::RehearsalModel(const PageContext& context, QObject* parent)
    : QAbstractTableModel(parent), m_context(context)
{
}

void RehearsalModel::setPlan(const ImportPlan& plan)
{
    m_rows = plan.rows;
    setShown({}, false);
}

void RehearsalModel::setShown(const std::set<ImportOutcome>& wanted, bool warned)
{
    beginResetModel();
    m_shown.clear();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const bool right = wanted.empty() || wanted.contains(m_rows[i].outcome);
        if (right && (!warned || !m_rows[i].issues.empty()))
            m_shown.push_back(i);
    }
    endResetModel();
}

int RehearsalModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int RehearsalModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RehearsalModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const JudgedRow& row = m_rows[m_shown[size_t(index.row())]];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(row, index.column());
    if (role == Qt::ForegroundRole && row.outcome == ImportOutcome::Fail)
        return m_context.theme.colors().bad;
    return {};
}

QString RehearsalModel::text(const JudgedRow& row, int column) const
{
    if (column == LineColumn)
        return QString::number(row.line);
    if (column == OutcomeColumn)
        return outcomeText(row.outcome);
    QStringList parts;
    if (column == ChangesColumn) {
        for (const FieldDifference& difference : row.differences)
            parts.append(differenceText(difference, m_context));
        return parts.join(u" · "_s);
    }
    for (const ImportIssue& issue : row.issues)
        parts.append(issueSentence(issue));
    return parts.join(u" · "_s);
}

QVariant RehearsalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn:
        return tr("Line");
    case OutcomeColumn:
        return tr("Outcome");
    case ChangesColumn:
        return tr("What changes");
    default:
        return tr("Worth knowing");
    }
}

RehearsalView::RehearsalView(PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_model(new RehearsalModel(context, this)),
      m_chips(new ChipBar(context.theme)), m_table(new QTableView)
{
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAccessibleName(tr("Rehearsal"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(LineColumn, 64);
    m_table->setColumnWidth(OutcomeColumn, 112);
    m_table->setColumnWidth(ChangesColumn, 360);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::gap);
    column->addWidget(m_chips);
    column->addWidget(m_table, 1);
    connect(m_chips, &ChipBar::filtersChanged, this, &RehearsalView::choose);
}

void RehearsalView::setPlan(const ImportPlan& plan)
{
    QList<ChipText> chips;
    for (const ImportOutcome outcome : outcomes) {
        if (plan.count(outcome) > 0)
            chips.append({QString::number(int(outcome)), outcomeText(outcome)});
    }
    chips.append({warnedChip, tr("Worth knowing")});
    m_chips->setChips(chips);
    for (const ImportOutcome outcome : outcomes)
        m_chips->setCount(QString::number(int(outcome)), int(plan.count(outcome)));
    m_chips->setCount(warnedChip,
        int(std::count_if(plan.rows.begin(), plan.rows.end(),
            [](const JudgedRow& row) { return !row.issues.empty(); })));
    m_chips->setSummary(tr("Nothing has been written yet."));
    m_model->setPlan(plan);
}

void RehearsalView::choose(const QStringList& chips)
{
    std::set<ImportOutcome> wanted;
    for (const QString& id : chips) {
        if (id != warnedChip)
            wanted.insert(ImportOutcome(id.toInt()));
    }
    m_model->setShown(wanted, chips.contains(warnedChip));
}

} // namespace homeroom
