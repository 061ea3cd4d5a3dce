// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/shortcuts.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QMainWindow>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace homeroom {

class Rail;
class StatusLine;
class Toast;
class WindowSettings;

/// One page as the frame knows it: its widget, or how it is made when it is first shown. `title` is
/// asked again after a change of language.
struct Page {
    QString id{};
    Icon icon = Icon::Board;
    std::function<QString()> title{};
    QWidget* widget = nullptr; ///< the frame takes it
    QList<ShortcutScope> scopes{}; ///< what `?` shows beside Everywhere
    std::function<QWidget*()> make{}; ///< where there is no widget yet; asked once
    QString under{}; ///< the page of the rail that it belongs to; it has no place there itself
};

/// The one window: rail, page, a panel at the right that pages share, status line. Knows nothing of
/// what the pages show.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(const Theme& theme, Shortcuts& shortcuts, WindowSettings& settings,
        QWidget* parent = nullptr);

    /// Pages stand in the rail in the order they are added; the first one is shown. Those under
    /// another page are added last: no key leads to them. A page takes
    /// its focus on to where one works on it, in focusInEvent or by a proxy.
    void addPage(const Page& page);
    /// The widget of a page, made now if it was not needed before; null for an unknown id.
    QWidget* pageWidget(const QString& id);
    void showPage(const QString& id);
    QString currentPage() const;
    /// In the order of the rail.
    const QList<Page>& pages() const { return m_pages; }

    /// Takes `notice` and shows it in place of every page until hideNotice(): no page can be chosen
    /// meanwhile, and which one is asked for is shown afterwards.
    void showNotice(QWidget* notice);
    void hideNotice();

    /// Takes `panel`. It is hidden until showPanel().
    void setPanel(QWidget* panel);
    void showPanel();
    void hidePanel();
    bool isPanelShown() const;

    void setUser(const QString& name, const QString& role);
    /// Whether names are masked for a shared screen just now: said in the menu and the status line.
    void setPrivate(bool on);
    StatusLine& statusLine() { return *m_status; }
    Toast& toast() { return *m_toast; }
    Rail& rail() { return *m_rail; }
    void showShortcuts();

Q_SIGNALS:
    void pageShown(const QString& id);
    void panelHidden();
    /// The person closed the window.
    void closed();
    void syncCentreRequested();
    void settingsRequested();
    void lockRequested();
    /// The person wants names masked, or shown again.
    void privacyRequested();
    void signOutRequested();
    void languageChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void arrange();
    void connectParts();
    void bindKeys();
    void foldRail();
    void rememberPanelWidth();
    void focusPage(QWidget* last);
    void retranslate();
    const Page* page(const QString& id) const;
    void take(Page& page);

    const Theme& m_theme;
    Shortcuts& m_shortcuts;
    WindowSettings& m_settings;
    QList<Page> m_pages;
    Rail* m_rail;
    QStackedWidget* m_stack;
    QWidget* m_panelSlot;
    QSplitter* m_splitter;
    StatusLine* m_status;
    Toast* m_toast;
    QWidget* m_notice = nullptr;
    QString m_behindNotice; ///< page to go back to
};

} // namespace homeroom
