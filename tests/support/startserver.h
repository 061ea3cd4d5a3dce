// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QWidget>

namespace homeroom::test {

/// The real server program on loopback with a small demo organisation, for tests of the program's
/// start. Ends with the object.
class StartServer {
public:
    ~StartServer();

    /// False when the program does not run or has made no tutor.
    bool start();
    QString url() const { return m_url; }
    QString user() const { return m_user; } ///< a tutor
    QString password() const { return m_password; }

private:
    bool makeOrganisation(const QString& program, const QString& database);

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_url;
    QString m_user;
    QString m_password;
};

/// The window of this kind that is on the screen, or null.
template <typename Window> Window* shownWindow()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* window = qobject_cast<Window*>(widget);
        if (window && window->isVisible())
            return window;
    }
    return nullptr;
}

} // namespace homeroom::test
