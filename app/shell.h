// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"
#include "ui/editing/pagecontext.h"
#include "ui/frame/mainwindow.h"

#include <QTimer>

namespace homeroom {

class AdminPage;
class BoardPage;
class CustomerPanel;
class CustomersPage;
class OperationsPage;
class RefusalWatch;

/// The window with its pages and what runs between them: the panel that every list opens, toasts
/// with undo, the keys of the whole window. Knows no network.
class Shell : public QObject {
    Q_OBJECT

public:
    Shell(
        PageContext& context, Shortcuts& shortcuts, Settings& settings, QObject* parent = nullptr);
    ~Shell() override;

    MainWindow& window() { return m_window; }
    BoardPage& board() { return *m_board; }
    CustomersPage& customers() { return *m_customers; }
    CustomerPanel& panel() { return *m_panel; }
    OperationsPage* operations() { return m_operations; }
    AdminPage* admin() { return m_admin; }

    void openCustomer(const RecordId& customer, const std::vector<RecordId>& walk);
    void tell(const QString& sentence);

Q_SIGNALS:
    void syncRequested();

private:
    void addPages();
    void connectPages();
    void connectDesk();
    void bindKeys();
    void followWalk(const RecordId& customer);
    void tellApplied(const QString& label);
    void tellRefusal(const QString& sentence);
    void openNewLead();
    void openImport();
    void openExport(const std::vector<RecordId>& families);
    void showDay();

    PageContext& m_context;
    Shortcuts& m_shortcuts;
    Settings& m_settings;
    MainWindow m_window;
    BoardPage* m_board;
    CustomersPage* m_customers;
    CustomerPanel* m_panel;
    OperationsPage* m_operations = nullptr;
    AdminPage* m_admin = nullptr;
    RefusalWatch* m_refusals;
    QTimer m_day; // the cohort day changes at midnight
};

} // namespace homeroom
