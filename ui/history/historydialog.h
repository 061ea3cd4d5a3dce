// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/undohistory.h"
#include "ui/editing/pagecontext.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace homeroom {

class TextLabel;

/// What was done on this computer, newest first: when, what and about whom, with every value before
/// and after. Any step can be taken back on its own where nothing later depends on it; where
/// something does, a sentence says what.
class HistoryDialog : public QDialog {
    Q_OBJECT

public:
    HistoryDialog(const PageContext& context, QWidget* parent = nullptr);

    QTableWidget& steps() { return *m_steps; }
    QTableWidget& changes() { return *m_changes; }
    QPushButton& undoButton() { return *m_undo; }
    QString problem() const;

Q_SIGNALS:
    void familyRequested(const homeroom::RecordId& family);

private:
    void arrange();
    QTableWidget* newTable(const QStringList& heads, const QString& name);
    void reload();
    void showSteps();
    void showChanges();
    void undo();
    void openFamily();
    const HistoryStep* current() const;

    const PageContext m_context;
    std::vector<HistoryStep> m_lines{};
    qint64 m_chosen = 0; ///< the step that stays chosen when the list is read anew
    QTableWidget* m_steps;
    QTableWidget* m_changes;
    TextLabel* m_empty;
    TextLabel* m_problem;
    QPushButton* m_open;
    QPushButton* m_undo;
};

} // namespace homeroom
