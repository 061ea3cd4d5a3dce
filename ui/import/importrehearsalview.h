// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importplan.h"
#include "ui/editing/pagecontext.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <set>

class QTableView;

namespace homeroom {

class ChipBar;

/// The judged rows of a rehearsal, one line each: where it stands in the sheet, what would become
/// of it, what changes, what is worth knowing.
class RehearsalModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit RehearsalModel(const PageContext& context, QObject* parent = nullptr);

    void setPlan(const ImportPlan& plan);
    /// Only rows of these outcomes, or all when empty; `warned` keeps those with something to say.
    void setShown(const std::set<ImportOutcome>& outcomes, bool warned);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const JudgedRow& row, int column) const;

    const PageContext& m_context;
    std::vector<JudgedRow> m_rows;
    std::vector<size_t> m_shown;
};

/// The rehearsal's summary as chips that filter its rows.
class RehearsalView : public QWidget {
    Q_OBJECT

public:
    explicit RehearsalView(PageContext& context, QWidget* parent = nullptr);

    void setPlan(const ImportPlan& plan);
    RehearsalModel& model() { return *m_model; }

private:
    void choose(const QStringList& chips);

    PageContext& m_context;
    RehearsalModel* m_model;
    ChipBar* m_chips;
    QTableView* m_table;
};

} // namespace homeroom
