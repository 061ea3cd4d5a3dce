// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importrun.h"
#include "ui/editing/pagecontext.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace homeroom {

class EmptyState;
class ImportSheet;
class ProgressRow;
class RehearsalView;
class TextLabel;

/// Brings a sheet in: choose or paste it, say what its columns are, rehearse, import, and see what
/// came of it. Nothing is written before the last but one step, and the whole import is one undo.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(PageContext& context, QWidget* parent = nullptr);
    ~ImportDialog() override;

    enum class Step { Source, Columns, Rehearsal, Result };
    Step step() const { return m_step; }
    void openFile(const QString& path);
    void paste(const QString& text);
    void rehearse();
    void importNow();
    ImportSheet& sheet() { return *m_sheet; }
    RehearsalView& rehearsal() { return *m_rehearsal; }
    const ImportResult& result() const { return m_result; }
    QPushButton& nextButton() { return *m_next; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void arrange();
    void goTo(Step step);
    void goOn();
    void goBack();
    void chooseFile();
    void tellError(const Error& error);
    void showProgress(const QString& title, qint64 done, qint64 total);
    void endProgress();
    void cancelRunning();
    void takePlan(const ImportPlan& plan);
    void takeResult(const ImportResult& result);
    void undoImport();
    void saveRejects();
    QString resultSentence() const;
    void refresh();

    PageContext& m_context;
    Step m_step = Step::Source;
    TextLabel* m_title;
    TextLabel* m_error;
    QStackedWidget* m_pages;
    EmptyState* m_source;
    ImportSheet* m_sheet;
    RehearsalView* m_rehearsal;
    TextLabel* m_summary;
    ProgressRow* m_progress;
    QPushButton* m_back;
    QPushButton* m_undo;
    QPushButton* m_rejects;
    QPushButton* m_next;
    std::shared_ptr<const ImportOrder> m_order;
    ImportRehearsal* m_rehearsing = nullptr;
    ImportJob* m_job = nullptr;
    qint64 m_startedAt = 0;
    ImportResult m_result{};
};

} // namespace homeroom
