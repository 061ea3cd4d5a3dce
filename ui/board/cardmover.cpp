// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardmover.h"

#include "ui/board/cardtexts.h"
#include "ui/board/lostdialog.h"
#include "ui/board/orderdialog.h"
#include "ui/editing/editdesk.h"

namespace homeroom {

CardMover::CardMover(BoardModel& model, const PageContext& context, QWidget& window)
    : QObject(&window), m_model(model), m_context(context), m_window(window)
{
    connect(&m_model, &BoardModel::dropped, this, &CardMover::move);
}

void CardMover::move(const BoardDrop& drop)
{
    const BoardColumnModel* column = m_model.columnOf(drop.stage);
    if (!column || drop.opportunities.empty() || m_question)
        return;
    const Stage stage = column->stage();
    const int families = comingIn(drop, *column);
    if (families > 0 && asksForOrder(stage.role))
        askForOrder(drop, stage, families);
    else if (families > 0 && stage.role == StageRole::Lost)
        askForReason(drop, stage, families);
    else
        commit(drop, {});
}

int CardMover::comingIn(const BoardDrop& drop, const BoardColumnModel& column) const
{
    int count = 0;
    for (const RecordId& card : drop.opportunities)
        count += column.rowOf(card) < 0 ? 1 : 0;
    return count;
}

QString CardMover::familyOf(const BoardDrop& drop) const
{
    if (drop.opportunities.size() != 1)
        return {};
    const auto [column, row] = m_model.find(drop.opportunities.front());
    const BoardCard* card = column ? column->card(row) : nullptr;
    return card ? cardTexts(*card, m_context).name : QString();
}

void CardMover::askForOrder(const BoardDrop& drop, const Stage& stage, int families)
{
    auto* dialog = new OrderDialog(
        m_context.theme, m_context.catalogue, stage, familyOf(drop), families, &m_window);
    connect(dialog, &QDialog::accepted, this,
        [this, dialog, drop] { commit(drop, dialog->answers()); });
    show(*dialog, drop);
}

void CardMover::askForReason(const BoardDrop& drop, const Stage& stage, int families)
{
    auto* dialog = new LostDialog(m_context.theme, stage.name, familyOf(drop), families, &m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, drop] {
        commit(drop, {std::nullopt, 0, dialog->reason()});
    });
    show(*dialog, drop);
}

void CardMover::show(QDialog& dialog, const BoardDrop& drop)
{
    m_question = &dialog;
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    connect(
        &dialog, &QDialog::rejected, this, [this, drop] { Q_EMIT abandoned(drop.opportunities); });
    connect(&dialog, &QDialog::finished, this, [this] { m_question = nullptr; });
    dialog.open();
}

void CardMover::commit(const BoardDrop& drop, const BoardAnswers& answers)
{
    const BoardColumnModel* column = m_model.columnOf(drop.stage);
    if (!column)
        return;
    Edit edit = m_model.moveEdit(drop, answers, labelOf(drop, *column), m_context.ids);
    if (edit.mutations.empty())
        return;
    m_context.desk.apply(
        std::move(edit), this, [this, cards = drop.opportunities](const Result<EditReceipt>& done) {
            if (done.ok())
                Q_EMIT moved(cards);
            else
                Q_EMIT refused(cards);
        });
}

QString CardMover::labelOf(const BoardDrop& drop, const BoardColumnModel& column) const
{
    const QString name = column.stage().name;
    if (comingIn(drop, column) == 0)
        return tr("Moved within %1").arg(name);
    const int count = int(drop.opportunities.size());
    return count == 1 ? tr("Moved to %1").arg(name)
                      : tr("%n cards moved to %1", nullptr, count).arg(name);
}

} // namespace homeroom
