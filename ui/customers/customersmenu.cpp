// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of families offers for one or many of them.
#include "ui/customers/customerspage.h"

#include "ui/customers/bulkedits.h"
#include "ui/customers/customerwords.h"
#include "ui/editing/contactcopy.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/sentences.h"
#include "ui/editing/whendialog.h"
#include "ui/frame/shortcuts.h"
#include "ui/handover/familydeeds.h"
#include "ui/panel/fieldshape.h"

#include <QMenu>
#include <QTableView>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A menu waits for the tags of so many; reading one family's takes some 10 µs.
constexpr size_t mostReadFamilies = 2000;

} // namespace

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
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void CustomersPage::fillBulkMenu(QMenu& menu, const std::vector<RecordId>& families)
{
    // One after the other: arguments of a call may be made in any order.
    QMenu* add = menu.addMenu(tr("Add a tag"));
    QMenu* remove = menu.addMenu(tr("Remove a tag"));
    fillTagMenus(*add, *remove, families);
    QMenu* tiers = menu.addMenu(tr("Tier"));
    const FieldDescription& field =
        recordTypeOf<Customer>().fields[size_t(fieldIndexOf(&Customer::tier))];
    for (const Tier tier : {Tier::A, Tier::B, Tier::C, Tier::D, Tier::None}) {
        const QString name = displayWord(field, Words<Tier>::words[size_t(tier)]);
        tiers->addAction(name, this, [this, families, tier] {
            applyToEach(families,
                [tier](const std::vector<RecordId>& changing) { return tierEdit(changing, tier); });
        });
    }
    fillPreparationMenu(menu, families);
    menu.addAction(tr("Next step at…"), this, [this, families] { askNextStepTime(families); });
    menu.addSeparator();
    menu.addAction(tr("Export…"), this, [this, families] { Q_EMIT exportRequested(families); });
    m_deeds->fillMenu(menu, families);
}

void CustomersPage::fillTagMenus(QMenu& add, QMenu& remove, const std::vector<RecordId>& families)
{
    // Of very many nearly every tag is there; what changes nothing is told when it is chosen.
    const bool many = families.size() > mostReadFamilies;
    const std::vector<RecordId> looked = many ? std::vector<RecordId>() : families;
    const Result<QSet<QString>> held = m_context.workspace.reader().read(
        [&](Database& database) { return tagsOfFamilies(database, looked); });
    for (const Tag& tag : m_context.catalogue.tags()) {
        const auto offer = [&, id = RecordId(tag.id)](QMenu& menu, Operation operation) {
            menu.addAction(tag.name, this, [this, families, id, operation] {
                applyToEach(families, [id, operation](const std::vector<RecordId>& changing) {
                    return tagEdit(changing, id, operation);
                });
            });
        };
        offer(add, Operation::Add);
        if (many || (held.ok() && held->contains(tag.id.toString())))
            offer(remove, Operation::Remove);
    }
    add.setEnabled(!add.isEmpty());
    remove.setEnabled(!remove.isEmpty());
}

void CustomersPage::applyToEach(const std::vector<RecordId>& families,
    const std::function<Edit(const std::vector<RecordId>&)>& make)
{
    applyTo([edit = make(families)](Database& database) { return changedFamilies(database, edit); },
        make);
}

void CustomersPage::fillPreparationMenu(QMenu& menu, const std::vector<RecordId>& families)
{
    const auto offer = [&](const QString& name, Preparation done) {
        menu.addAction(name, this, [this, families, done] {
            applyTo([families, done](
                        Database& database) { return toPrepare(database, families, done); },
                [this, done](const std::vector<RecordId>& changing) {
                    return preparationEdit(changing, done, m_context.clock.now());
                });
        });
    };
    offer(tr("Mark as added"), Preparation::Friend);
    offer(tr("Mark as in the group"), Preparation::Group);
}

void CustomersPage::applyTo(std::function<std::vector<RecordId>(Database&)> changing,
    const std::function<Edit(const std::vector<RecordId>&)>& make)
{
    m_context.workspace.query(std::move(changing))
        .then(this, [this, make](const Result<std::vector<RecordId>>& families) {
            if (!families.ok())
                m_context.desk.report(families.error());
            else if (families->empty())
                Q_EMIT told(tr("Nothing to change: the chosen families are like that already."));
            else
                m_context.desk.apply(make(*families));
        });
}

void CustomersPage::askNextStepTime(const std::vector<RecordId>& families)
{
    askWhen(m_context, this, tr("Next step of %n families", "", int(families.size())),
        [this, families](Milliseconds at) {
            applyToEach(families, [at](const std::vector<RecordId>& changing) {
                return nextStepTimeEdit(changing, at);
            });
        });
}

} // namespace homeroom
