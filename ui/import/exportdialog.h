// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/export/exporttable.h"
#include "ui/editing/pagecontext.h"

#include <QDialog>

#include <atomic>

class QCheckBox;
class QListWidget;
class QPushButton;

namespace homeroom {

class ProgressRow;
class TextLabel;

/// Families as a CSV file: which columns, what will be masked, how many rows the role may take.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// All families that the viewer may export.
    explicit ExportDialog(PageContext& context, QWidget* parent = nullptr);
    /// Only these of them.
    ExportDialog(PageContext& context, std::optional<std::vector<RecordId>> families,
        QWidget* parent = nullptr);
    ~ExportDialog() override;

    QListWidget& columns() { return *m_columns; }
    QCheckBox& headingsBox() { return *m_headings; }
    QPushButton& exportButton() { return *m_export; }
    QString summary() const;
    /// What will be left out or masked; empty when nothing is.
    QString warning() const;

    void reject() override;

Q_SIGNALS:
    /// The file is written: one sentence about it for the toast.
    void told(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Preview {
        std::vector<QString> columns{};
        ExportReport report{};
    };
    void arrange();
    void preview();
    void takePreview(const Preview& preview);
    ExportRequest request() const;
    std::vector<QString> chosenColumns() const;
    void askForPath();
    void noteAndWrite(const QString& path);
    void write(const QString& path);
    void showProblem(const Error& error);
    void takeReport(const Result<ExportReport>& report, const QString& path);
    void showProgress(qint64 done);
    void setBusy(bool busy);
    void showTexts();
    void retranslate();

    PageContext& m_context;
    std::optional<std::vector<RecordId>> m_families;
    TextLabel* m_title;
    TextLabel* m_summary;
    TextLabel* m_warning;
    TextLabel* m_columnsLabel;
    QListWidget* m_columns;
    QCheckBox* m_headings;
    ProgressRow* m_progress;
    QPushButton* m_close;
    QPushButton* m_export;
    ExportReport m_preview{};
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
    bool m_busy = false;
};

} // namespace homeroom
