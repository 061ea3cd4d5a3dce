// SPDX-License-Identifier: GPL-3.0-or-later
// Which row is the current one, and which are picked.
#include "ui/customers/customerspage.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QTableView>

namespace homeroom {

namespace {

constexpr size_t mostKeptSelected = 500;

} // namespace

RecordId CustomersPage::currentCustomer() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->idAt(current.row()) : RecordId();
}

/// The person walked to another family; a row that goes away under the hands is no walk.
void CustomersPage::followCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!m_still && isMarked(current.row()))
        Q_EMIT currentCustomerChanged(m_model->idAt(current.row()));
}

void CustomersPage::setCurrent(const RecordId& customer)
{
    const int row = m_model->rowOf(customer);
    if (row < 0 || (customer == currentCustomer() && isMarked(row)))
        return;
    const QModelIndex index = m_model->index(row, m_table->horizontalHeader()->logicalIndex(0));
    const QItemSelectionModel::SelectionFlags flags = m_selecting
        ? QItemSelectionModel::SelectionFlags(QItemSelectionModel::NoUpdate)
        : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    m_table->selectionModel()->setCurrentIndex(index, flags);
    m_table->scrollTo(index);
}

void CustomersPage::move(int step)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const QModelIndex current = m_table->currentIndex();
    // A row that got the focus without being marked is where walking begins.
    const int from = qMax(0, current.row());
    setCurrent(m_model->idAt(isMarked(current.row()) ? qBound(0, from + step, rows - 1) : from));
}

bool CustomersPage::isMarked(int row) const
{
    return row >= 0 && (m_selecting || m_table->selectionModel()->isRowSelected(row));
}

void CustomersPage::toggleSelected()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    QItemSelectionModel& selection = *m_table->selectionModel();
    // The row that is selected only because it is the current one becomes the first picked one.
    const bool first = !std::exchange(m_selecting, true) && selection.selectedRows().size() <= 1;
    selection.select(current,
        (first ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::Toggle)
            | QItemSelectionModel::Rows);
    showCounts();
}

void CustomersPage::clearSelection()
{
    if (!m_filter->hasFocus() && selectedCustomers().size() <= 1)
        Q_EMIT closeRequested();
    m_selecting = false;
    if (m_filter->hasFocus() && !m_filter->text().isEmpty())
        m_filter->clear();
    else
        m_table->setFocus();
    m_table->clearSelection();
    showCounts();
}

std::vector<RecordId> CustomersPage::selectedCustomers() const
{
    std::vector<RecordId> ids;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        ids.push_back(m_model->idAt(index.row()));
    return ids;
}

void CustomersPage::applyFilter(const std::function<void()>& change)
{
    const bool marked = isMarked(m_table->currentIndex().row());
    const RecordId current = currentCustomer();
    const std::vector<RecordId> selected = selectedCustomers();
    change();
    // Putting back what was there is no walk.
    const QScopedValueRollback still(m_still, true);
    if (marked)
        setCurrent(current);
    if (!m_selecting || selected.size() > mostKeptSelected)
        return;
    for (const RecordId& id : selected) {
        if (const int row = m_model->rowOf(id); row >= 0)
            m_table->selectionModel()->select(
                m_model->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

} // namespace homeroom
