// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QElapsedTimer>

class QPushButton;

namespace homeroom {

class ProgressRow;
class TextLabel;

/// The first sync of a new profile: how many records have come, how fast, and the way out. What
/// came is kept when a person cancels or the line breaks; the next start goes on from there.
class FirstSyncDialog : public QDialog {
    Q_OBJECT

public:
    explicit FirstSyncDialog(const Theme& theme, QWidget* parent = nullptr);

    /// `remaining` as the server estimates it.
    void setProgress(qint64 done, qint64 remaining);
    /// The server cannot be reached now: says so and offers to try again.
    void showError(const Error& error);

Q_SIGNALS:
    void cancelRequested();
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;
    void reject() override;

private:
    void retranslate();

    TextLabel* m_title;
    TextLabel* m_words;
    ProgressRow* m_progress;
    TextLabel* m_error;
    QPushButton* m_retry;
    QElapsedTimer m_since;
};

} // namespace homeroom
