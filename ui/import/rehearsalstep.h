// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importcatalogue.h"
#include "ui/import/plannedrowsmodel.h"

#include <QWidget>

class QStackedWidget;
class QTableView;
class QTableWidget;

namespace homeroom {

class ChipBar;
class EmptyState;
class ProgressRow;
class TextLabel;

/// What an import would do, before it does: counts, every row, and every field before and after.
class RehearsalStep : public QWidget {
    Q_OBJECT

public:
    explicit RehearsalStep(PageContext& context, QWidget* parent = nullptr);

    void showProgress(qint64 done, qint64 total);
    void showPlan(const ImportPlan& plan, std::shared_ptr<const ImportOrder> order);
    void showError(const QString& sentence);

    ChipBar& chips() { return *m_chips; }
    QTableView& rows() { return *m_rows; }
    PlannedRowsModel& model() { return *m_model; }
    QTableWidget& fields() { return *m_fields; }
    QString note() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeList();
    void prepareTables();
    void fillChips();
    void chooseFilter(const QStringList& chips);
    void showFields();
    void addField(const QString& name, const QString& before, const QString& after);
    void showNewFields(const JudgedRow& row);
    void showNote();
    void retranslate();

    PageContext& m_context;
    std::shared_ptr<const ImportOrder> m_order{};
    ImportCatalogue m_catalogue{}; ///< as it was when the plan was made
    PlannedRowsModel* m_model;
    QStackedWidget* m_body;
    ProgressRow* m_progress;
    EmptyState* m_error;
    ChipBar* m_chips;
    TextLabel* m_note;
    QTableView* m_rows;
    QTableWidget* m_fields;
    QString m_filter{};
};

} // namespace homeroom
