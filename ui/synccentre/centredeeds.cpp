// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccentre/centredeeds.h"

#include "models/store/records.h"
#include "ui/editing/editdesk.h"
#include "ui/editing/refusedfollowup.h"
#include "ui/synccentre/centrewords.h"
#include "ui/widgets/questions.h"

#include <QWidget>

namespace homeroom {

using namespace Qt::StringLiterals;

std::vector<CentreDeed> CentreDeeds::deedsOf(
    const CentreItem& item, const std::function<void(const CentreItem&)>& editAgain)
{
    if (item.section == CentreSection::Orphans)
        return {{tr("Keep as a follow-up"), !item.family.isEmpty() && holdsWords(item),
                    [this, item] { keepAsFollowUp(item); }},
            {tr("Let go"), true, [this, item] { askLetGo(item); }}};
    if (item.section != CentreSection::Refused)
        return {};
    return {{tr("Try again"), mayRetry(item.reason) && !item.edits.empty(),
                [this, item] { retry(item); }},
        {tr("Edit again"), item.familyIsHere, [item, editAgain] { editAgain(item); }},
        {tr("Discard"), true, [this, item] { askDiscard(item); }}};
}

void CentreDeeds::apply(Result<Edit> edit, const QString& label)
{
    if (!edit.ok()) {
        m_context.desk.report(edit.error());
        return;
    }
    edit->label = label;
    m_context.desk.apply(std::move(*edit));
}

void CentreDeeds::resolve(const CentreItem& item, const std::vector<Decision>& decisions)
{
    Result<Edit> edit = Error{ErrorCode::Database};
    const Result<void> read = m_context.workspace.reader().read([&](Database& database) {
        edit = resolutionEdit(database, decisions, m_context.clock.now());
    });
    apply(read.ok() ? std::move(edit) : Result<Edit>(read.error()),
        tr("Decided: %1").arg(itemTitle(item, m_context)));
}

void CentreDeeds::retry(const CentreItem& item)
{
    Edit edit;
    edit.label = tr("Tried again: %1").arg(itemTitle(item, m_context));
    edit.mutations = item.edits;
    for (Mutation& mutation : edit.mutations) {
        mutation.mid = 0;
        mutation.batch = {};
    }
    m_context.desk.apply(
        std::move(edit), &m_asker, [this, numbers = item.numbers](const auto& receipt) {
            if (receipt.ok())
                dismiss(numbers);
        });
}

void CentreDeeds::askDiscard(const CentreItem& item)
{
    if (!holdsWords(item)) {
        dismiss(item.numbers);
        return;
    }
    const Question question{tr("Discard what was typed?"), editLines(item, m_context),
        tr("Discard"), {}, Weight::Losing};
    m_context.questions.ask(&m_asker, question, [this, numbers = item.numbers](bool accepted) {
        if (accepted)
            dismiss(numbers);
    });
}

void CentreDeeds::dismiss(const std::vector<qint64>& numbers)
{
    dismissRefused(m_context.workspace.store(), numbers);
}

void CentreDeeds::keepAsFollowUp(const CentreItem& item)
{
    FollowUp followUp;
    followUp.id = Id<FollowUp>(m_context.ids.next());
    followUp.customer = Id<Customer>(item.root);
    followUp.kind = FollowUpKind::Note;
    followUp.happenedAt = m_context.clock.now();
    closeOrphan(item, followUp);
}

void CentreDeeds::askLetGo(const CentreItem& item)
{
    if (!holdsWords(item)) {
        closeOrphan(item, std::nullopt);
        return;
    }
    const Question question{
        tr("Let these words go?"), editLines(item, m_context), tr("Let go"), {}, Weight::Losing};
    m_context.questions.ask(&m_asker, question, [this, item](bool accepted) {
        if (accepted)
            closeOrphan(item, std::nullopt);
    });
}

void CentreDeeds::closeOrphan(const CentreItem& item, std::optional<FollowUp> copy)
{
    Result<Edit> edit = Error{ErrorCode::Database};
    const Result<void> read = m_context.workspace.reader().read([&](Database& database) {
        const auto orphan = findRecord<Conflict>(database, item.orphan);
        // The words alone, in whatever language the program speaks.
        if (copy && orphan)
            copy->text = typedWords(*orphan);
        edit = orphanEdit(database, item.orphan, copy);
    });
    apply(read.ok() ? std::move(edit) : Result<Edit>(read.error()),
        copy ? tr("Kept as a follow-up: %1").arg(itemTitle(item, m_context))
             : tr("Let go: %1").arg(itemTitle(item, m_context)));
}

} // namespace homeroom
