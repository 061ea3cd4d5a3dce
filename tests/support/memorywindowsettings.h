// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/windowsettings.h"

namespace homeroom::test {

/// Window settings of one test, kept nowhere.
class MemoryWindowSettings : public WindowSettings {
public:
    int panelWidth() const override { return m_panelWidth; }
    void setPanelWidth(int width) override { m_panelWidth = width; }
    bool railFolded() const override { return m_railFolded; }
    void setRailFolded(bool folded) override { m_railFolded = folded; }
    QString lastPage() const override { return m_lastPage; }
    void setLastPage(const QString& id) override { m_lastPage = id; }
    QByteArray windowGeometry() const override { return m_geometry; }
    void setWindowGeometry(const QByteArray& geometry) override { m_geometry = geometry; }

private:
    int m_panelWidth = 0;
    bool m_railFolded = false;
    QString m_lastPage;
    QByteArray m_geometry;
};

} // namespace homeroom::test
