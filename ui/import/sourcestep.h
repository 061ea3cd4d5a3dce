// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace homeroom {

class EmptyState;

/// Where a sheet comes from: a file that is chosen or dropped, or a range that is pasted.
class SourceStep : public QWidget {
    Q_OBJECT

public:
    explicit SourceStep(const Theme& theme, QWidget* parent = nullptr);

    void showWaiting();
    void showReading();
    void showError(const QString& sentence);
    EmptyState& state() { return *m_state; }

Q_SIGNALS:
    void fileRequested();
    void fileDropped(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    EmptyState* m_state;
    bool m_waiting = true;
};

} // namespace homeroom
