// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the pages and the panel when somebody first looks, and listens to them.
#include "app/shell.h"

#include "app/pageids.h"
#include "ui/admin/adminpage.h"
#include "ui/board/boardpage.h"
#include "ui/customers/customerspage.h"
#include "ui/duplicates/duplicatespage.h"
#include "ui/editing/editdesk.h"
#include "ui/handover/poolpage.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/followupbox.h"
#include "ui/today/todaypage.h"

#include <QAbstractItemView>

namespace homeroom {

using namespace Qt::StringLiterals;

QWidget* Shell::makeToday()
{
    auto* page = new TodayPage(m_context, m_shortcuts);
    connect(page, &TodayPage::customerRequested, this, &Shell::openCustomer);
    connect(page, &TodayPage::panelFocusRequested, this, [this] { panel().setFocus(); });
    connect(page, &TodayPage::followUpRequested, this,
        [this](const RecordId& customer, const std::vector<RecordId>& walk) {
            openCustomer(customer, walk);
            panel().followUpBox().write();
        });
    connect(page, &TodayPage::currentCustomerChanged, this, &Shell::followWalk);
    connect(page, &TodayPage::callsRequested, this, &Shell::startCalls);
    connect(page, &TodayPage::closeRequested, &m_window, &MainWindow::hidePanel);
    connect(page, &TodayPage::told, this, &Shell::tell);
    return page;
}

QWidget* Shell::makeCustomers()
{
    auto* page = new CustomersPage(m_context, m_shortcuts);
    connect(page, &CustomersPage::closeRequested, &m_window, &MainWindow::hidePanel);
    connect(page, &CustomersPage::customerRequested, this, &Shell::openCustomer);
    connect(page, &CustomersPage::callsRequested, this, &Shell::startCalls);
    connect(page, &CustomersPage::panelFocusRequested, this, [this] { panel().setFocus(); });
    connect(page, &CustomersPage::currentCustomerChanged, this, &Shell::followWalk);
    connect(page, &CustomersPage::duplicatesRequested, this,
        [this] { m_window.showPage(duplicatesId); });
    // Behind the table: both are read on one worker.
    connect(&page->model(), &CustomerTableModel::loaded, &m_duplicates, &DuplicateModel::start);
    connect(&m_duplicates, &DuplicateModel::counted, page, &CustomersPage::setDuplicates);
    page->setDuplicates(m_duplicates.rowCount());
    connect(page, &CustomersPage::importRequested, this, &Shell::openImport);
    connect(page, &CustomersPage::exportRequested, this, &Shell::openExport);
    connect(page, &CustomersPage::told, this, &Shell::tell);
    connect(page, &CustomersPage::undoable, this, &Shell::tellUndoable);
    return page;
}

QWidget* Shell::makeDuplicates()
{
    auto* page = new DuplicatesPage(m_context, m_shortcuts, m_duplicates);
    page->setServerAway(m_serverAway);
    connect(page, &DuplicatesPage::customerRequested, this, &Shell::openCustomer);
    connect(page, &DuplicatesPage::currentCustomerChanged, this, &Shell::followWalk);
    connect(page, &DuplicatesPage::customersRequested, this,
        [this] { m_window.showPage(customersId); });
    connect(page, &DuplicatesPage::closeRequested, this, [this] {
        if (m_window.isPanelShown())
            m_window.hidePanel();
        else
            m_window.showPage(customersId);
    });
    connect(page, &DuplicatesPage::told, this, &Shell::tell);
    connect(page, &DuplicatesPage::undoable, this, &Shell::tellUndoable);
    m_duplicatesPage = page;
    return page;
}

QWidget* Shell::makePool()
{
    m_pool = new PoolPage(m_context, m_shortcuts);
    connect(m_pool, &PoolPage::told, this, &Shell::tell);
    return m_pool;
}

QWidget* Shell::makeAdmin()
{
    auto* page = new AdminPage(m_context);
    Q_EMIT adminMade(*page);
    return page;
}

void Shell::makePanel()
{
    m_panel = new CustomerPanel(m_context, m_shortcuts);
    m_window.setPanel(m_panel);
    connect(m_panel, &CustomerPanel::closeRequested, &m_window, &MainWindow::hidePanel);
    connect(m_panel, &CustomerPanel::told, this, &Shell::tell);
    connect(m_panel, &CustomerPanel::shown, this, &Shell::familyShown);
    connect(m_panel, &CustomerPanel::walkedTo, this, &Shell::walkTo);
    connect(&m_window, &MainWindow::panelHidden, m_panel, &CustomerPanel::leave);
}

void Shell::connectBoard()
{
    connect(m_board, &BoardPage::customerRequested, this, &Shell::openCustomer);
    connect(m_board, &BoardPage::panelFocusRequested, this, [this] {
        if (m_window.isPanelShown())
            panel().setFocus();
    });
    connect(m_board, &BoardPage::callsRequested, this, &Shell::startCalls);
    connect(m_board, &BoardPage::newLeadRequested, this, &Shell::openNewLead);
    connect(m_board, &BoardPage::noticed, this, &Shell::tell);
    connect(m_board, &BoardPage::undoable, this, &Shell::tellUndoable);
    connect(&m_board->view(), &BoardView::walkedTo, this, &Shell::followWalk);
    connect(&m_board->view(), &BoardView::closeRequested, &m_window, &MainWindow::hidePanel);
}

} // namespace homeroom
