// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/shortcuts.h"
#include "ui/language/language.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace homeroom {

class TextLabel;

/// Settings of this person on this computer. Every change works at once; there is nothing to
/// accept, so closing is always safe.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    /// `folder` is where the profile lies, shown and openable.
    SettingsDialog(Theme& theme, Language& language, Shortcuts& shortcuts, const QString& folder,
        QWidget* parent = nullptr);

    /// Whether the person is told of what is due.
    bool reminders() const;
    void setReminders(bool on);
    /// Minutes after which an unused window locks; 0: never.
    int lockAfter() const;
    void setLockAfter(int minutes);

Q_SIGNALS:
    /// Something changed that is worth keeping.
    void changed();
    void folderRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeLooks();
    QWidget* makeKeys();
    QWidget* makeStorage();
    void fillChoices();
    void fillKeys();
    void editKeys(int row);
    void showCollisions();
    void retranslate();

    Theme& m_theme;
    Language& m_language;
    Shortcuts& m_shortcuts;
    QTabWidget* m_tabs;
    TextLabel* m_languageLabel;
    QComboBox* m_languageBox;
    TextLabel* m_themeLabel;
    QComboBox* m_themeBox;
    TextLabel* m_sizeLabel;
    QComboBox* m_sizeBox;
    QCheckBox* m_reminders;
    TextLabel* m_lockLabel;
    QComboBox* m_lockBox;
    QTableWidget* m_keys;
    TextLabel* m_keysHint;
    QPushButton* m_resetKeys;
    TextLabel* m_folderLabel;
    QLineEdit* m_folder;
    QPushButton* m_openFolder;
    QPushButton* m_close;
};

} // namespace homeroom
