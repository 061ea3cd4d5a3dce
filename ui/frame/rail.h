// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

class QMenu;
class QVBoxLayout;

namespace homeroom {

class RailButton;

/// The pages at the left and, below them, who is signed in. Arrow keys walk the pages.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(const Theme& theme, QWidget* parent = nullptr);

    void addPage(const QString& id, Icon icon);
    void setPageWords(const QString& id, const QString& word, const QString& keys);
    void setCurrentPage(const QString& id);
    /// Without pages who is signed in, and the way out, stay.
    void setPagesShown(bool shown);
    void setFoldKeys(const QString& keys);
    void setPrivacyKeys(const QString& keys);
    /// Whether the entry of the privacy mode is ticked.
    void setPrivate(bool on);
    void setUser(const QString& name, const QString& role);
    bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    QMenu& userMenu() { return *m_menu; }

Q_SIGNALS:
    void pageChosen(const QString& id);
    void foldRequested();
    void settingsRequested();
    void lockRequested();
    void privacyRequested();
    void signOutRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeMenu();
    void retranslate();
    RailButton* page(const QString& id) const;

    const Theme& m_theme;
    QVBoxLayout* m_pages;
    // Not in a group: that takes all but the checked button out of the way of the Tab key.
    QList<RailButton*> m_buttons{};
    RailButton* m_fold;
    RailButton* m_user;
    QMenu* m_menu;
    QAction* m_settings;
    QAction* m_lock;
    QAction* m_privacy;
    QAction* m_signOut;
    QString m_foldKeys;
    QString m_privacyKeys;
    bool m_folded = false;
};

} // namespace homeroom
