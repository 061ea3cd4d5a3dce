// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/columnsstep.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace homeroom {

class ImportJob;
class ImportRehearsal;
class RehearsalStep;
class ResultStep;
class SourceStep;
struct ImportOrder;
struct ImportPlan;
struct ImportResult;

/// An import from the sheet to its undo, one step after the other in one window.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    enum Step { Source, Columns, Rehearsal, Result };

    explicit ImportDialog(PageContext& context, QWidget* parent = nullptr);
    ~ImportDialog() override;

    void openFile(const QString& path);
    /// A range as a spreadsheet puts it on the clipboard.
    void paste(const QString& text);
    /// Tries every row; what it finds is shown in the next step.
    void rehearse();
    /// How a file is shown to the person; the desktop's program by default.
    void setOpener(std::function<void(const QString& path)> opener);

    Step step() const;
    SourceStep& source() { return *m_source; }
    ColumnsStep& columns() { return *m_columns; }
    RehearsalStep& rehearsal() { return *m_rehearsalStep; }
    ResultStep& result() { return *m_resultStep; }
    QPushButton& nextButton() { return *m_next; }
    QPushButton& backButton() { return *m_back; }
    QPushButton& closeButton() { return *m_close; }
    QString problem() const;

    void reject() override;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    using Bytes = std::function<homeroom::Result<ImportTable>()>;
    void arrange();
    void connectParts();
    void askForFile();
    void read(const QString& name, Bytes bytes);
    void takeSheet(ReadSheet sheet);
    void readAgain(const ImportReading& reading);
    void goTo(Step step);
    /// The focus goes to what one does next in the step.
    void focusNext();
    void goOn();
    void goBack();
    void takePlan(const ImportPlan& plan);
    void start();
    void takeResult(const ImportResult& result);
    void undo();
    QString writeRejected(const ImportResult& result);
    void showButtons();
    void retranslate();
    bool isRunning() const;
    bool losesChoices() const;

    PageContext& m_context;
    QStackedWidget* m_steps;
    SourceStep* m_source;
    ColumnsStep* m_columns;
    RehearsalStep* m_rehearsalStep;
    ResultStep* m_resultStep;
    TextLabel* m_title;
    TextLabel* m_problem;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_close;
    QString m_path{};
    ReadSheet m_sheet{};
    std::shared_ptr<const ImportOrder> m_order{};
    std::unique_ptr<ImportRehearsal> m_rehearsal;
    std::unique_ptr<ImportJob> m_job;
    std::function<void(const QString&)> m_opener;
    QString m_rejects{};
    qint64 m_undoEntry = 0;
    qint64 m_planned = 0; ///< rows that the import will write
    int m_reading = 0; ///< number of the sheet that is being read; an older answer is dropped
};

} // namespace homeroom
