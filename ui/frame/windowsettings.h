// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

namespace homeroom {

/// What the window remembers from run to run; the program keeps it in its settings, tests in
/// memory.
class WindowSettings {
public:
    WindowSettings() = default;
    virtual ~WindowSettings() = default;
    Q_DISABLE_COPY_MOVE(WindowSettings)

    /// In device-independent pixels; 0 while never set.
    virtual int panelWidth() const = 0;
    virtual void setPanelWidth(int width) = 0;
    virtual bool railFolded() const = 0;
    virtual void setRailFolded(bool folded) = 0;
    /// Id of the page that was shown last; empty while never set.
    virtual QString lastPage() const = 0;
    virtual void setLastPage(const QString& id) = 0;
    /// As QWidget::saveGeometry() writes it; empty while never set.
    virtual QByteArray windowGeometry() const = 0;
    virtual void setWindowGeometry(const QByteArray& geometry) = 0;
};

} // namespace homeroom
