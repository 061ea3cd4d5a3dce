// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"
#include "models/items/duplicatemodel.h"
#include "models/items/livefamilysearch.h"
#include "models/items/recentfamilies.h"
#include "ui/editing/pagecontext.h"
#include "ui/editing/privacymode.h"
#include "ui/frame/accountnotice.h"
#include "ui/frame/mainwindow.h"

#include <QPointer>
#include <QTimer>

namespace homeroom {

class AdminPage;
class BoardPage;
class CustomerPanel;
class CustomersPage;
class DuplicatesPage;
class OperationsPage;
class Palette;
class PoolPage;
class RefusalWatch;
class TodayPage;
struct RefusedFollowUp;

/// The window with its pages and what runs between them: the panel that every list opens, toasts
/// with undo, the keys of the whole window. The board is there from the start, everything else is
/// made when it is first needed. Knows no network.
class Shell : public QObject {
    Q_OBJECT

public:
    Shell(
        PageContext& context, Shortcuts& shortcuts, Settings& settings, QObject* parent = nullptr);
    ~Shell() override;

    MainWindow& window() { return m_window; }
    BoardPage& board() { return *m_board; }
    CustomersPage& customers();
    TodayPage& today();
    DuplicatesPage& duplicates();
    CustomerPanel& panel();
    /// The field of Ctrl+K over the window.
    Palette& palette();
    /// Opens it, except where a notice stands in place of every page.
    void openPalette();
    /// Null for roles that have no such page.
    OperationsPage* operations();

    void openCustomer(const RecordId& customer, const std::vector<RecordId>& walk);
    /// Opens the family and puts what the server refused back into its follow-up box.
    void startCalls(const std::vector<RecordId>& families, const RecordId& first);
    void editAgain(const RefusedFollowUp& refused);
    void tell(const QString& sentence);
    /// The window goes: what is typed on its pages is saved or kept as a draft.
    void putAway();
    /// Whether something was typed that would be lost with the window: in a dialog over it, or in
    /// the panel of a family that left.
    bool holdsWords() const;
    PrivacyMode& privacy() { return m_privacy; }
    /// A window of its own, in which edits are made, has the keys that take them back.
    void bindUndo(QWidget& window);
    /// The account is deactivated, and this is what of it is still here; nothing: it is active, and
    /// the pages are shown.
    void setDeactivated(const std::optional<AccountNotice::Unsent>& unsent);
    bool isDeactivated() const { return m_notice; }
    /// The server answers again: a page that could not be read is read now.
    void serverAnswers();
    /// The server could not be reached: what needs it says so.
    void serverIsAway();

Q_SIGNALS:
    void syncRequested();
    void signInRequested();
    /// This family is in sight in the panel now; a null id: none is.
    void familyShown(const homeroom::RecordId& customer);
    /// Users and teams are shown for the first time: their dialogs need a server.
    void adminMade(homeroom::AdminPage& page);

private:
    void addPages();
    QWidget* makeToday();
    QWidget* makeCustomers();
    QWidget* makeDuplicates();
    QWidget* makePool();
    QWidget* makeAdmin();
    void makePanel();
    void connectBoard();
    void walkTo(const RecordId& customer);
    void connectDesk();
    void bindKeys();
    void followWalk(const RecordId& customer);
    void tellApplied(const QString& label, const ChangeSet& changes);
    void showPrivacy();
    void tellUndoable(const QString& sentence, const std::function<void()>& undo);
    void tellRefusal(const QString& sentence);
    void openNewLead();
    void openHistory();
    void openImport();
    void openExport(const std::vector<RecordId>& families);
    void showDay();

    PrivacyMode m_privacy; // before the pages, which are given it
    PageContext& m_context;
    Shortcuts& m_shortcuts;
    Settings& m_settings;
    BoardPage* m_board; // before the window: its cards are read while the frame is made
    LiveFamilySearch m_search; // before the window, over which the palette lies
    RecentFamilies m_recent;
    DuplicateModel m_duplicates; // before the window, whose pages show it
    MainWindow m_window;
    Palette* m_palette = nullptr;
    CustomerPanel* m_panel = nullptr;
    PoolPage* m_pool = nullptr;
    DuplicatesPage* m_duplicatesPage = nullptr;
    bool m_serverAway = false;
    QPointer<AccountNotice> m_notice;
    RefusalWatch* m_refusals;
    QTimer m_day; // the cohort day changes at midnight
};

} // namespace homeroom
