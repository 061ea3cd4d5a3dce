// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importplan.h"
#include "ui/editing/pagecontext.h"

#include <QAbstractTableModel>

namespace homeroom {

/// What of a rehearsal is shown.
enum class PlanFilter { All, Create, Change, Unchanged, Skip, Fail, Alike };

/// The rows of a rehearsal: line, what happens, whose row it is, and why.
class PlannedRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { LineColumn, OutcomeColumn, NameColumn, ReasonColumn, ColumnCount };

    explicit PlannedRowsModel(PageContext& context, QObject* parent = nullptr);

    void setPlan(const ImportPlan& plan, std::shared_ptr<const ImportOrder> order);
    void setFilter(PlanFilter filter);
    const JudgedRow& row(int index) const { return m_plan.rows[m_shown[size_t(index)]]; }
    const ImportPlan& plan() const { return m_plan; }
    static bool shows(PlanFilter filter, const JudgedRow& row);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString nameOf(const JudgedRow& row) const;
    QString reasonOf(const JudgedRow& row) const;
    QColor toneOf(const JudgedRow& row) const;

    PageContext& m_context;
    ImportPlan m_plan{};
    std::shared_ptr<const ImportOrder> m_order{};
    std::vector<size_t> m_nameColumns{}; ///< of the sheet: what tells people whose row it is
    std::vector<size_t> m_shown{};
    PlanFilter m_filter = PlanFilter::All;
};

} // namespace homeroom
