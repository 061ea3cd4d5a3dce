// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/mergedialog.h"

#include "ui/synccentre/choicecard.h"
#include "ui/widgets/wrappedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowest = 560; // two cards with a name and a number each

QString factsOf(const MergeSide& side)
{
    const QString keeper = side.keeper.isEmpty() ? MergeDialog::tr("In the pool")
                                                 : MergeDialog::tr("Kept by %1").arg(side.keeper);
    const QString children = side.children.isEmpty()
        ? MergeDialog::tr("No child written down")
        : MergeDialog::tr("Children: %1").arg(side.children.join(u", "_s));
    const QString counts = u"%1 · %2"_s.arg(MergeDialog::tr("%n card(s)", nullptr, side.cards),
        MergeDialog::tr("%n follow-up(s)", nullptr, side.followUps));
    return QStringList{keeper, children, counts}.join(u'\n');
}

} // namespace

MergeDialog::MergeDialog(const Theme& theme, const std::array<MergeSide, 2>& sides, QWidget* parent)
    : FormDialog(theme, parent), m_sides(sides),
      m_outcome(new WrappedLabel(theme, TextRole::Body, &Colors::text))
{
    setMinimumWidth(narrowest);
    setTitle(tr("Merge two families"));
    setAcceptText(tr("Merge"));
    setIntroduction(tr("Children, cards, notes and orders of both are kept in the one that stays. "
                       "Empty fields are filled from the other."));
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(sizes::gap);
    for (size_t side = 0; side < m_sides.size(); ++side) {
        const QString key = QString::number(side + 1);
        m_cards[side] = new ChoiceCard(
            theme, {key, tr("Stays"), factsOf(m_sides[side]), m_sides[side].name}, both);
        row->addWidget(m_cards[side], 1);
        connect(m_cards[side], &QAbstractButton::clicked, this, [this, side] { choose(side); });
    }
    both->setFocusProxy(m_cards[0]);
    addRow(tr("Which one stays?"), both);
    addRow(tr("What happens"), m_outcome);
    choose(0);
}

void MergeDialog::choose(size_t side)
{
    m_chosen = side;
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setChecked(i == side);
    m_outcome->setText(outcome());
}

QString MergeDialog::outcome() const
{
    const MergeSide& winner = m_sides[m_chosen];
    const MergeSide& loser = m_sides[1 - m_chosen];
    const bool numbers =
        !winner.phone.isEmpty() && !loser.phone.isEmpty() && winner.phone != loser.phone;
    const QString words = numbers
        ? tr("«%1» stays. «%2» goes into it and is no family of its own any more; the number is "
             "kept as a guardian's.")
        : tr("«%1» stays. «%2» goes into it and is no family of its own any more.");
    return words.arg(winner.name, loser.name);
}

void MergeDialog::keyPressEvent(QKeyEvent* event)
{
    const int side = event->key() - Qt::Key_1;
    const bool plain =
        event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && side >= 0 && side < int(m_sides.size()) && m_cards[size_t(side)]->isEnabled())
        m_cards[size_t(side)]->click();
    else
        FormDialog::keyPressEvent(event);
}

} // namespace homeroom
