// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QProgressBar;
class QPushButton;

namespace homeroom {

class ElidedLabel;
class TextLabel;

/// Something that takes longer than 300 ms: what, how far, how fast, and the way out.
class ProgressRow : public QWidget {
    Q_OBJECT

public:
    explicit ProgressRow(const Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// `total` is nothing while nobody knows it; `perSecond` is nothing until it is measured.
    void setProgress(qint64 done, std::optional<qint64> total, std::optional<double> perSecond);
    /// Without a way to cancel the button is not shown.
    void setCancellable(bool cancellable);
    QString countText() const;

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void showCount();

    ElidedLabel* m_title;
    QProgressBar* m_bar;
    TextLabel* m_count;
    QPushButton* m_cancel;
    qint64 m_done = 0;
    std::optional<qint64> m_total;
    std::optional<double> m_perSecond;
};

} // namespace homeroom
