// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compositionroot.h"

#include <QApplication>

namespace homeroom {

using namespace Qt::StringLiterals;

CompositionRoot::CompositionRoot(
    QApplication& application, const StartOptions& options, SecretStore* secrets, QObject* parent)
    : QObject(parent), m_ids(m_clock, QRandomGenerator(*QRandomGenerator::system())),
      m_theme(application), m_settings(options.folder + u"/settings.ini"_s), m_questions(m_theme),
      m_folder(options.folder),
      m_flow({m_theme, m_settings, m_questions, secrets ? *secrets : m_keychain, m_clock, m_ids},
          options)
{
    m_settings.restore(m_theme, m_language, m_shortcuts);
    connect(&m_flow, &StartFlow::ready, this, &CompositionRoot::showWindow);
    connect(&m_flow, &StartFlow::signedOut, this, &CompositionRoot::closeWindow);
    connect(&m_flow, &StartFlow::givenUp, this, &CompositionRoot::finished);
}

CompositionRoot::~CompositionRoot() = default;

void CompositionRoot::start()
{
    m_flow.begin();
}

void CompositionRoot::showWindow()
{
    const OpenWindow::Parts parts{
        m_theme, m_language, m_shortcuts, m_settings, m_questions, m_clock, m_ids};
    m_window = std::make_unique<OpenWindow>(parts, *m_flow.profile(), m_folder);
    connect(m_window.get(), &OpenWindow::lockRequested, this, &CompositionRoot::lock);
    connect(m_window.get(), &OpenWindow::signOutRequested, &m_flow, &StartFlow::signOut);
    connect(m_window.get(), &OpenWindow::signInRequested, &m_flow, &StartFlow::signInAgain);
    connect(m_window.get(), &OpenWindow::closed, this, &CompositionRoot::finished);
    m_window->show();
}

void CompositionRoot::lock()
{
    m_window->hide(); // at once: closing waits for what is still being written
    closeWindow();
    m_flow.lock();
}

void CompositionRoot::closeWindow()
{
    m_window.reset();
}

void CompositionRoot::raise()
{
    QWidget* window = m_window ? &m_window->window() : m_flow.dialog();
    if (!window)
        return;
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace homeroom
