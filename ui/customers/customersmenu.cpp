// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of families offers for one or many of them.
#include "ui/customers/customerspage.h"

#include "ui/bulk/bulkmenu.h"
#include "ui/customers/customerwords.h"
#include "ui/editing/contactcopy.h"
#include "ui/editing/editdesk.h"
#include "ui/frame/shortcuts.h"
#include "ui/handover/familydeeds.h"
#include "ui/panel/fieldshape.h"

#include <QMenu>
#include <QTableView>

namespace homeroom {

using namespace Qt::StringLiterals;

void CustomersPage::copy(bool phone)
{
    const QModelIndex current = m_table->currentIndex();
    if (const CustomerRow* row = current.isValid() ? m_model->row(current.row()) : nullptr)
        Q_EMIT told(phone ? copyPhone(row->customer) : copyWechat(row->customer));
}

void CustomersPage::edit(
    const RecordId& id, CustomerColumn column, const QString& customKey, const QString& text)
{
    const RecordType& type = recordTypeOf<Customer>();
    const int field = type.indexOf(columnWord(column, customKey));
    FieldShape shape;
    shape.kind = type.fields[size_t(field)].kind;
    const TypedField typed = typedField(shape, text, m_context);
    if (!typed.problem.isEmpty()) {
        Q_EMIT told(typed.problem);
        return;
    }
    Mutation mutation;
    mutation.kind = RecordKind::Customer;
    mutation.id = id;
    mutation.root = id;
    mutation.changes.emplace_back(field, typed.value);
    Edit edit;
    edit.label = tr("%1 changed").arg(columnTitle(column, customKey, m_context.catalogue));
    edit.mutations.push_back(std::move(mutation));
    m_context.desk.apply(std::move(edit));
}

void CustomersPage::showRowMenu(const QPoint& position)
{
    popUpMenu(m_table->viewport()->mapToGlobal(position));
}

void CustomersPage::showActions()
{
    const QRect row = m_table->visualRect(m_table->currentIndex());
    popUpMenu(m_table->viewport()->mapToGlobal(row.bottomLeft()));
}

void CustomersPage::popUpMenu(const QPoint& position)
{
    const std::vector<RecordId> families = selectedCustomers();
    if (families.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (families.size() == 1) {
        menu->addAction(tr("Open") + u'\t' + m_shortcuts.keyText(Command::Open), this,
            [this] { request(true); });
        menu->addAction(tr("Copy phone") + u'\t' + m_shortcuts.keyText(Command::CopyPhone), this,
            [this] { copy(true); });
        menu->addAction(tr("Copy WeChat") + u'\t' + m_shortcuts.keyText(Command::CopyWechat), this,
            [this] { copy(false); });
        menu->addSeparator();
    }
    fillBulkMenu(*menu, families);
    menu->popup(position);
}

void CustomersPage::fillBulkMenu(QMenu& menu, const std::vector<RecordId>& families)
{
    m_bulk->fill(menu, families);
    menu.addSeparator();
    menu.addAction(tr("Export…"), this, [this, families] { Q_EMIT exportRequested(families); });
    m_deeds->fillMenu(menu, families);
}

} // namespace homeroom
