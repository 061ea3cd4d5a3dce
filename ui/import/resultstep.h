// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importrun.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace homeroom {

class ProgressRow;
class TextLabel;

/// The import while it runs, and what came of it.
class ResultStep : public QWidget {
    Q_OBJECT

public:
    explicit ResultStep(const Theme& theme, QWidget* parent = nullptr);

    void begin();
    void showProgress(qint64 done, qint64 total);
    /// `rejects` is the file of rejected rows; empty where there is none.
    void showResult(const ImportResult& result, const QString& rejects);
    void showUndone();
    void showUndoRefused(const QString& sentence);

    QPushButton& undoButton() { return *m_undo; }
    QPushButton& rejectsButton() { return *m_openRejects; }
    ProgressRow& progress() { return *m_progress; }
    QString headline() const;
    QString summary() const;

Q_SIGNALS:
    void cancelRequested();
    void undoRequested();
    void rejectsRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeProgress();
    QWidget* makeResult();
    void retranslate();
    void showTexts();
    QString countLines() const;

    const Theme& m_theme;
    QStackedWidget* m_body;
    ProgressRow* m_progress;
    TextLabel* m_headline;
    TextLabel* m_counts;
    TextLabel* m_problem;
    QPushButton* m_undo;
    QPushButton* m_openRejects;
    QElapsedTimer m_watch;
    ImportResult m_result{};
    QString m_rejects{};
    bool m_undone = false;
};

} // namespace homeroom
