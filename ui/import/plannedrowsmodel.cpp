// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/plannedrowsmodel.h"

#include "ui/import/importtexts.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Columns that name a family, in the order in which they are tried.
std::vector<size_t> namingColumns(const ImportOrder& order)
{
    std::vector<size_t> columns;
    for (const QString& field : {u"name"_s, u"phone"_s, u"externalId"_s}) {
        for (size_t i = 0; i < order.choices.mapping.columns.size(); ++i) {
            if (order.choices.mapping.columns[i].target
                == ImportTarget{ImportTargetKind::Customer, field})
                columns.push_back(i);
        }
    }
    if (columns.empty())
        columns.push_back(0);
    return columns;
}

} // namespace

PlannedRowsModel::PlannedRowsModel(PageContext& context, QObject* parent)
    : QAbstractTableModel(parent), m_context(context)
{
}

void PlannedRowsModel::setPlan(const ImportPlan& plan, std::shared_ptr<const ImportOrder> order)
{
    m_plan = plan;
    m_order = std::move(order);
    m_nameColumns = namingColumns(*m_order);
    setFilter(PlanFilter::All);
}

void PlannedRowsModel::setFilter(PlanFilter filter)
{
    beginResetModel();
    m_filter = filter;
    m_shown.clear();
    for (size_t i = 0; i < m_plan.rows.size(); ++i) {
        if (shows(filter, m_plan.rows[i]))
            m_shown.push_back(i);
    }
    endResetModel();
}

bool PlannedRowsModel::shows(PlanFilter filter, const JudgedRow& row)
{
    switch (filter) {
    case PlanFilter::All:
        return true;
    case PlanFilter::Create:
        return row.outcome == ImportOutcome::Create;
    case PlanFilter::Change:
        return row.outcome == ImportOutcome::Update || row.outcome == ImportOutcome::Append;
    case PlanFilter::Unchanged:
        return row.outcome == ImportOutcome::Unchanged;
    case PlanFilter::Skip:
        return row.outcome == ImportOutcome::Skip;
    case PlanFilter::Fail:
        return row.outcome == ImportOutcome::Fail;
    case PlanFilter::Alike:
        break;
    }
    return std::any_of(row.issues.begin(), row.issues.end(),
        [](const ImportIssue& issue) { return isLikeness(issue.problem); });
}

int PlannedRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int PlannedRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PlannedRowsModel::data(const QModelIndex& index, int role) const
{
    const JudgedRow& judged = row(index.row());
    if (role == Qt::ForegroundRole && index.column() != NameColumn)
        return toneOf(judged);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case LineColumn:
        return QString::number(judged.line);
    case OutcomeColumn:
        return outcomeText(judged.outcome);
    case NameColumn:
        return nameOf(judged);
    default:
        return reasonOf(judged);
    }
}

QString PlannedRowsModel::nameOf(const JudgedRow& judged) const
{
    QStringList parts;
    for (const size_t column : m_nameColumns) {
        const QString cell = m_order->table.cell(judged.row, column);
        if (!cell.isEmpty())
            parts.append(cell);
    }
    return parts.join(u" · "_s);
}

QString PlannedRowsModel::reasonOf(const JudgedRow& judged) const
{
    QStringList parts;
    for (const ImportIssue& issue : judged.issues) {
        // Often true of every row; the step says it once for all.
        if (issue.problem != ImportProblem::UnknownChannel)
            parts.append(issueSentence(issue));
    }
    QStringList fields;
    for (const FieldDifference& difference : judged.differences)
        fields.append(targetText(difference.target, m_context.catalogue));
    if (!fields.isEmpty())
        parts.prepend(fields.join(u", "_s));
    return parts.join(u" · "_s);
}

QColor PlannedRowsModel::toneOf(const JudgedRow& judged) const
{
    const Colors& colors = m_context.theme.colors();
    if (judged.outcome == ImportOutcome::Fail)
        return colors.bad;
    if (shows(PlanFilter::Alike, judged))
        return colors.warn;
    const bool idle =
        judged.outcome == ImportOutcome::Skip || judged.outcome == ImportOutcome::Unchanged;
    return idle ? colors.faint : colors.muted;
}

QVariant PlannedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn:
        return tr("Line");
    case OutcomeColumn:
        return tr("Outcome");
    case NameColumn:
        return tr("Row");
    default:
        return tr("What changes, and why");
    }
}

} // namespace homeroom
