// SPDX-License-Identifier: GPL-3.0-or-later
// What the board says where it shows no cards, and what its button does then.
#include "ui/board/boardpage.h"

#include "ui/conditions/conditionbar.h"

#include <QLineEdit>
#include <QStackedWidget>

namespace homeroom {

void BoardPage::showState()
{
    const bool loading =
        m_model.state() == BoardModel::State::Loading && !m_model.pipeline().isNull();
    // A board is there in a moment; words that only flash would be noise.
    if (!loading)
        m_patience.stop();
    m_impatient = m_impatient && loading;
    if (loading && !m_impatient) {
        if (!m_patience.isActive())
            m_patience.start();
        return;
    }
    const EmptyState::Content content = emptyContent();
    if (content.sentence.isEmpty())
        m_stack->setCurrentWidget(m_view);
    else
        showEmpty(content);
}

void BoardPage::showEmpty(const EmptyState::Content& content)
{
    m_empty->setContent(content);
    m_stack->setCurrentWidget(m_empty);
}

EmptyState::Content BoardPage::emptyContent() const
{
    using Kind = EmptyState::Kind;
    if (m_model.pipeline().isNull() || m_model.columns().empty())
        return {Kind::Empty, tr("There is no pipeline yet."),
            tr("Operations make pipelines and their stages; they arrive here by themselves."), {},
            Icon::Pipelines};
    if (m_model.state() == BoardModel::State::Loading && m_model.cardCount() > 0)
        return {};
    if (m_model.state() == BoardModel::State::Loading)
        return {Kind::Loading, tr("The board is being read …"), {}, {}, Icon::Board};
    if (m_model.state() == BoardModel::State::Failed)
        return {Kind::Error, tr("The board cannot be read."),
            tr("Nothing is lost. Try again; if it stays so, check the disk."), tr("Try again"),
            Icon::Board};
    if (m_model.cardCount() == 0)
        return {Kind::Empty, tr("No families here yet."),
            tr("New leads appear in the first column. You can also write one down yourself."),
            tr("New lead"), Icon::Board};
    if (m_model.isFiltered() && m_model.shownCount() == 0)
        return {Kind::Empty, tr("No card matches."), nobodyText(),
            m_conditions->faultText().isEmpty() ? tr("Show all cards")
                                                : tr("Change the conditions"),
            Icon::Search};
    return {};
}

QString BoardPage::nobodyText() const
{
    if (const QString fault = m_conditions->faultText(); !fault.isEmpty())
        return fault;
    if (!m_find->text().isEmpty())
        return tr("Searched are names, phone numbers and children's names.");
    return m_conditions->matching().conditions().isEmpty()
        ? tr("No family of this board has all the chips that are on.")
        : tr("No family of this board meets the conditions.");
}

void BoardPage::actOnEmpty()
{
    if (m_model.state() == BoardModel::State::Failed) {
        m_model.reload();
    } else if (m_model.cardCount() == 0) {
        Q_EMIT newLeadRequested();
    } else if (!m_conditions->faultText().isEmpty()) {
        m_conditions->edit();
    } else {
        showFilters({});
    }
}

} // namespace homeroom
