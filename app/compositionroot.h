// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openwindow.h"
#include "app/startflow.h"
#include "ui/widgets/windowquestions.h"

class QApplication;

namespace homeroom {

/// The only place that wires concrete services: makes what lives as long as the program, and lets
/// the way to a profile (StartFlow) and the window on it (OpenWindow) follow each other.
class CompositionRoot : public QObject {
    Q_OBJECT

public:
    /// `secrets` must outlive the root; null is the desktop's keychain.
    CompositionRoot(QApplication& application, const StartOptions& options,
        SecretStore* secrets = nullptr, QObject* parent = nullptr);
    ~CompositionRoot() override;

    void start();
    /// Brings the window to the front, as when the program is started a second time.
    void raise();

Q_SIGNALS:
    /// The person gave up before anything was open, or closed the window.
    void finished();

private:
    void showWindow();
    void lock();
    void closeWindow();

    SystemClock m_clock;
    IdFactory m_ids;
    Theme m_theme;
    Language m_language;
    Shortcuts m_shortcuts;
    Settings m_settings;
    WindowQuestions m_questions;
    KeychainSecretStore m_keychain;
    QString m_folder;
    StartFlow m_flow;
    std::unique_ptr<OpenWindow> m_window; // gone before the profile it shows
};

} // namespace homeroom
