// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/familydeeds.h"

#include "models/store/customerquery.h"
#include "models/store/familyquery.h"
#include "models/store/familyteams.h"
#include "models/store/mergequery.h"
#include "models/store/records.h"
#include "models/values/phone.h"
#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/handover/contactsdialog.h"
#include "ui/handover/mergedialog.h"
#include "ui/widgets/formdialog.h"
#include "ui/widgets/questions.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestReason = 500;

QString userText(const User& user)
{
    return user.displayName.isEmpty() ? user.name : user.displayName;
}

/// Masks are stars, in numbers, ids and addresses alike.
bool isMasked(const QString& contact)
{
    return contact.contains(u'*');
}

bool hasMaskedContacts(const Family& family)
{
    const Customer& customer = family.customer;
    return isMasked(customer.phone) || isMasked(customer.wechatId) || isMasked(customer.address)
        || std::ranges::any_of(family.guardians, [](const Guardian& guardian) {
               return isMasked(guardian.phone) || isMasked(guardian.wechatId);
           });
}

bool keepsFamilies(const User& user)
{
    return user.active && user.role != UserRole::Operations && user.role != UserRole::Admin;
}

} // namespace

FamilyDeeds::FamilyDeeds(const PageContext& context, QWidget& asker)
    : QObject(&asker), m_context(context), m_asker(asker)
{
}

std::vector<HeldFamily> FamilyDeeds::held(const std::vector<RecordId>& families) const
{
    std::vector<HeldFamily> held;
    const Result<void> read = m_context.workspace.reader().read([&](Database& database) {
        for (const RecordId& id : families) {
            if (const auto customer = findRecord<Customer>(database, id))
                held.push_back({id, customer->owner});
        }
    });
    return read.ok() ? held : std::vector<HeldFamily>();
}

std::vector<FamilyDeeds::Kept> FamilyDeeds::kept(const std::vector<RecordId>& families) const
{
    const Result<std::vector<Kept>> read =
        m_context.workspace.reader().read([&](Database& database) {
            const FamilyTeams teams(database);
            std::vector<Kept> kept;
            for (const RecordId& id : families) {
                const auto customer = findRecord<Customer>(database, id);
                if (!customer)
                    return std::vector<Kept>();
                kept.push_back({customer->owner, teams.of(*customer)});
            }
            return kept;
        });
    return read.ok() ? *read : std::vector<Kept>();
}

bool FamilyDeeds::mayAll(Right right, const std::vector<Kept>& families) const
{
    return std::ranges::all_of(families, [&](const Kept& family) {
        return covers(m_context.viewer, right, family.owner, family.team);
    });
}

bool FamilyDeeds::may(Right right, const std::vector<RecordId>& families) const
{
    const std::vector<Kept> kept = this->kept(families);
    return !kept.empty() && mayAll(right, kept);
}

bool FamilyDeeds::mayUnmask(const Family& family) const
{
    const Customer& customer = family.customer;
    return m_context.server && hasMaskedContacts(family)
        && covers(m_context.viewer, Right::Unmask, customer.owner, family.team);
}

bool FamilyDeeds::mayTakeApart(const Family& family) const
{
    return m_context.server
        && covers(m_context.viewer, Right::Merge, family.customer.owner, family.team);
}

void FamilyDeeds::fillMenu(QMenu& menu, const std::vector<RecordId>& families)
{
    if (!m_context.server || families.empty())
        return;
    const std::vector<Kept> kept = this->kept(families);
    if (kept.empty())
        return;
    menu.addSeparator();
    if (mayAll(Right::Assign, kept))
        menu.addAction(tr("Hand over…"), this, [this, families] { openHandOver(families); });
    if (mayAll(Right::EditFamily, kept))
        menu.addAction(tr("Return to the pool…"), this, [this, families] { askReturn(families); });
    if (families.size() == 2 && mayAll(Right::Merge, kept))
        menu.addAction(tr("Merge…"), this, [this, families] { openMerge(families); });
    if (families.size() == 1 && mayAll(Right::Merge, kept))
        offerTakeApart(menu, families.front());
}

void FamilyDeeds::offerTakeApart(QMenu& menu, const RecordId& family)
{
    const auto merged = m_context.workspace.reader().read(
        [&](Database& database) { return mergedFamilies(database, family); });
    if (!merged.ok() || merged->empty())
        return;
    menu.addAction(tr("Take the last merge apart…"), this,
        [this, family, last = merged->front()] { askTakeApart(family, last.id, last.name); });
}

FormDialog* FamilyDeeds::newDialog(const QString& title, const QString& accept)
{
    auto* dialog = new FormDialog(m_context.theme, &m_asker);
    dialog->setTitle(title);
    dialog->setAcceptText(accept);
    prepare(*dialog);
    return dialog;
}

void FamilyDeeds::prepare(FormDialog& dialog) const
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.setKeepsOpen(true);
    dialog.setBusyWords(tr("Waiting for the server…"),
        tr("The server has not answered yet. You can cancel the waiting: it may be done all the "
           "same, and you are told when the answer comes."));
}

FamilyServer::Answered<qint64> FamilyDeeds::answering(FormDialog* dialog, const QString& done)
{
    return [this, self = QPointer<FamilyDeeds>(this), dialog = QPointer<FormDialog>(dialog), done](
               const Result<qint64>& answer) {
        if (!self)
            return;
        if (answer.ok()) {
            if (!done.isEmpty())
                Q_EMIT told(done);
            if (dialog)
                dialog->done(QDialog::Accepted);
        } else if (dialog) {
            dialog->setBusy(false);
            dialog->setFormError(commandSentence(answer.error()));
        } else {
            Q_EMIT told(commandSentence(answer.error()));
        }
    };
}

FormDialog* FamilyDeeds::openHandOver(const std::vector<RecordId>& families)
{
    const int count = int(families.size());
    // Of one family the name is said: it may be another than the person thinks.
    FormDialog* dialog = newDialog(count == 1 ? tr("Hand over %1").arg(nameOf(families.front()))
                                              : tr("Hand over %n families", nullptr, count),
        tr("Hand over"));
    dialog->setIntroduction(tr("Card, notes, tasks and history go along. Who hands them over sees "
                               "them no more."));
    auto* receiver = new QComboBox;
    receiver->setMaxVisibleItems(20);
    receiver->setPlaceholderText(tr("Choose who gets them"));
    const auto loads = m_context.workspace.reader().read(familiesByOwner);
    for (const User& user : m_context.catalogue.users()) {
        if (!keepsFamilies(user) || !covers(m_context.viewer, Right::Assign, user.id, user.team))
            continue;
        const int load = loads.ok() ? loads->value(user.id) : 0;
        //: A tutor and how many families they keep.
        receiver->addItem(tr("%1 · %2 families").arg(userText(user)).arg(load),
            QVariant::fromValue(RecordId(user.id)));
    }
    // Nobody is proposed: a family that went to the wrong colleague has been read already.
    receiver->setCurrentIndex(-1);
    dialog->addRow(tr("To"), receiver, [receiver] {
        if (receiver->count() == 0)
            return tr("There is nobody to hand over to.");
        return receiver->currentIndex() < 0 ? tr("Choose who gets them.") : QString();
    });
    connect(dialog, &FormDialog::submitted, this, [this, dialog, receiver, families, count] {
        dialog->setFormError({});
        dialog->setBusy(true);
        const auto to = receiver->currentData().value<RecordId>();
        const User* user = m_context.catalogue.find(Id<User>(to));
        m_context.server->handOver(held(families), to,
            answering(dialog,
                tr("%n families handed over to %1", nullptr, count)
                    .arg(user ? userText(*user) : QString())));
    });
    dialog->open();
    return dialog;
}

void FamilyDeeds::askReturn(const std::vector<RecordId>& families)
{
    const int count = int(families.size());
    const Question question{count == 1 ? tr("Return %1 to the pool?").arg(nameOf(families.front()))
                                       : tr("Return %n families to the pool?", nullptr, count),
        tr("They leave this machine, and anybody of the team may claim them. Card, notes and "
           "history stay with them."),
        tr("Return to the pool"), {}, Weight::Losing};
    m_context.questions.ask(&m_asker, question, [this, families, count](bool accepted) {
        if (accepted)
            m_context.server->returnToPool(held(families),
                answering(nullptr, tr("%n families returned to the pool", nullptr, count)));
    });
}

QString FamilyDeeds::nameOf(const RecordId& family) const
{
    const auto customer = findRecord<Customer>(m_context.workspace.reader(), family);
    if (!customer)
        return tr("Not here any more");
    QStringList parts{
        customer->name.isEmpty() ? tr("No name") : shownName(customer->name, m_context),
        shownPhone(customer->phone, m_context)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

MergeSide FamilyDeeds::sideOf(const RecordId& family) const
{
    MergeSide side{family, nameOf(family)};
    const Result<void> read = m_context.workspace.reader().read([&](Database& database) {
        const std::optional<Family> found = readFamily(database, family);
        if (!found)
            return;
        side.phone = found->customer.phone;
        const User* keeper = m_context.catalogue.find(found->customer.owner);
        side.keeper = keeper ? userText(*keeper) : QString();
        for (const Student& child : found->students)
            side.children.append(
                QStringList{child.name.isEmpty() ? tr("No name") : shownName(child.name, m_context),
                    gradeText(child.grade)}
                    .join(u' ')
                    .trimmed());
        side.cards = int(found->opportunities.size());
        side.followUps = int(familyRecords<FollowUp>(database, family).size());
    });
    return read.ok() ? side : MergeSide{family, nameOf(family)};
}

MergeDialog* FamilyDeeds::openMerge(const std::vector<RecordId>& families)
{
    auto* dialog =
        new MergeDialog(m_context.theme, {sideOf(families[0]), sideOf(families[1])}, &m_asker);
    prepare(*dialog);
    connect(dialog, &FormDialog::submitted, this,
        [this, dialog, families] { merge(dialog, families); });
    dialog->open();
    return dialog;
}

void FamilyDeeds::merge(MergeDialog* dialog, const std::vector<RecordId>& families)
{
    dialog->setFormError({});
    std::vector<HeldFamily> both = held(families);
    if (both.size() != 2) {
        dialog->setFormError(commandSentence({ErrorCode::NotFound, {}}));
        return;
    }
    if (both[1].customer == dialog->winner())
        std::swap(both[0], both[1]);
    dialog->setBusy(true);
    const auto answered = answering(dialog, {});
    m_context.server->merge(both[0], both[1],
        [this, answered, self = QPointer<FamilyDeeds>(this), winner = both[0].customer,
            loser = both[1].customer](const Result<qint64>& answer) {
            answered(answer);
            if (self && answer.ok())
                tellMerged(winner, loser);
        });
}

void FamilyDeeds::tellMerged(const RecordId& winner, const RecordId& loser)
{
    Q_EMIT undoable(
        tr("Two families merged"), [this, self = QPointer<FamilyDeeds>(this), winner, loser] {
            if (self)
                takeApart(winner, loser);
        });
}

void FamilyDeeds::takeApart(const RecordId& winner, const RecordId& loser)
{
    m_context.server->unmerge(
        winner, loser, answering(nullptr, tr("The two families are apart again")));
}

void FamilyDeeds::askTakeApart(
    const RecordId& winner, const RecordId& loser, const QString& loserName)
{
    const Question question{
        tr("Take this family and %1 apart?")
            .arg(loserName.isEmpty() ? tr("the other one") : shownName(loserName, m_context)),
        tr("What came with the merge goes back to the other family: its children, cards, notes and "
           "orders. What was added since stays here."),
        tr("Take apart"), {}, Weight::Normal};
    m_context.questions.ask(&m_asker, question,
        [this, self = QPointer<FamilyDeeds>(this), winner, loser](bool accepted) {
            if (self && accepted)
                takeApart(winner, loser);
        });
}

FormDialog* FamilyDeeds::openUnmask(const RecordId& customer)
{
    FormDialog* dialog = newDialog(tr("Show the contact"), tr("Show"));
    dialog->setIntroduction(tr("The reason and your name are kept where nobody can change them."));
    dialog->setBusyWords(tr("Waiting for the server…"),
        tr("The server has not answered yet. You can cancel and ask again later."));
    auto* reason = new QLineEdit;
    reason->setMaxLength(longestReason);
    dialog->addRow(tr("Reason"), reason, [reason] {
        return reason->text().trimmed().isEmpty() ? tr("Say why you need the contact.") : QString();
    });
    connect(dialog, &FormDialog::submitted, this, [this, dialog, reason, customer] {
        dialog->setFormError({});
        dialog->setBusy(true);
        const auto answered = [this, self = QPointer<FamilyDeeds>(this),
                                  dialog = QPointer<FormDialog>(dialog)](
                                  const Result<FullContacts>& contacts) {
            // Whoever closed the question does not want to see the number any more.
            if (!self || !dialog)
                return;
            if (!contacts.ok()) {
                dialog->setBusy(false);
                dialog->setFormError(commandSentence(contacts.error()));
                return;
            }
            dialog->done(QDialog::Accepted);
            auto* shown = new ContactsDialog(m_context, *contacts, &m_asker);
            shown->setAttribute(Qt::WA_DeleteOnClose);
            connect(shown, &ContactsDialog::told, this, &FamilyDeeds::told);
            shown->open();
        };
        m_context.server->unmask(customer, reason->text().trimmed(), answered);
    });
    dialog->open();
    return dialog;
}

} // namespace homeroom
