// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccentre/centredetail.h"

#include "ui/synccentre/centrewords.h"
#include "ui/synccentre/fieldblock.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrappedlabel.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWordLines = 12;

bool isOpen(const CentreItem& item, const RecordId& conflict)
{
    return std::ranges::find(item.fields, conflict, &DisputedField::conflict) != item.fields.end();
}

} // namespace

CentreDetail::CentreDetail(PageContext& context, QWidget* parent)
    : QScrollArea(parent), m_context(context), m_body(new QWidget),
      m_column(new QVBoxLayout(m_body)), m_title(new WrappedLabel(context.theme, TextRole::Title)),
      m_introduction(new TextLabel(context.theme, TextRole::Body, &Colors::muted))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_introduction->setWordWrap(true);
    m_column->setContentsMargins(sizes::margin, 0, sizes::grid, 0);
    m_column->setSpacing(sizes::gap);
    m_column->addWidget(m_title);
    m_column->addWidget(m_introduction);
    m_column->addStretch(1);
    setWidget(m_body);
}

void CentreDetail::clear()
{
    for (QWidget* part : m_parts)
        delete part;
    m_parts.clear();
    m_blocks.clear();
    m_words = nullptr;
    m_current = 0;
}

QString CentreDetail::introduction(const CentreItem& item) const
{
    switch (item.section) {
    case CentreSection::Refused:
        return tr("The server refused this: %1").arg(refusalSentence(item.reason, item.kind));
    case CentreSection::Conflicts:
        return tr("Two people changed this without knowing of each other. Decide for each field; "
                  "everybody who sees the family gets the decision.");
    case CentreSection::Suggestions:
        return tr("Changed by somebody the family was with before. Take it over or leave the "
                  "record as it is.");
    case CentreSection::Orphans:
        return tr("Typed for a record that was removed, or too late after a hand-over. Keep the "
                  "words as a follow-up, or let them go.");
    case CentreSection::Waiting:
        break;
    }
    return item.sent ? tr("On its way to the server; nothing to do.")
                     : tr("Kept here until the server has it; nothing to do.");
}

void CentreDetail::setItem(const CentreItem* item)
{
    clear();
    m_body->setVisible(item != nullptr);
    if (!item)
        return;
    m_title->setText(itemTitle(*item, m_context));
    m_introduction->setText(introduction(*item));
    if (item->fields.empty())
        addWords(*item);
    else
        addFields(*item);
    verticalScrollBar()->setValue(0);
}

void CentreDetail::addFields(const CentreItem& item)
{
    for (const DisputedField& field : item.fields)
        addField(item, field);
    goTo(0);
}

void CentreDetail::addField(const CentreItem& item, const DisputedField& field)
{
    auto* block = new FieldBlock(m_context, item, field);
    connect(block, &FieldBlock::decided, this, [this, block] {
        goTo(size_t(std::ranges::find(m_blocks, block) - m_blocks.begin()));
        Q_EMIT decided();
    });
    m_column->insertWidget(m_column->count() - 1, block);
    m_blocks.push_back(block);
    m_parts.push_back(block);
}

bool CentreDetail::shows(const CentreItem& item) const
{
    return std::ranges::any_of(
        m_blocks, [&](const FieldBlock* block) { return isOpen(item, block->conflict()); });
}

void CentreDetail::follow(const CentreItem& item)
{
    const FieldBlock* current = m_current < m_blocks.size() ? m_blocks[m_current] : nullptr;
    for (FieldBlock* block : std::vector(m_blocks)) {
        if (!isOpen(item, block->conflict()))
            drop(block);
    }
    for (const DisputedField& field : item.fields) {
        const bool shown = std::ranges::any_of(
            m_blocks, [&](const FieldBlock* block) { return block->conflict() == field.conflict; });
        if (!shown)
            addField(item, field);
    }
    const auto place = std::ranges::find(m_blocks, current);
    if (place != m_blocks.end())
        return goTo(size_t(place - m_blocks.begin()));
    goTo(m_blocks.size() - 1);
    goOn();
}

void CentreDetail::drop(FieldBlock* block)
{
    std::erase(m_blocks, block);
    std::erase(m_parts, block);
    delete block;
}

void CentreDetail::addWords(const CentreItem& item)
{
    m_words = new QPlainTextEdit;
    m_words->setReadOnly(true);
    m_words->setTabChangesFocus(true);
    m_words->setPlainText(editLines(item, m_context));
    m_words->setAccessibleName(tr("What was typed"));
    const int lines = qMin(mostWordLines, m_words->blockCount() + 1);
    m_words->setFixedHeight(lines * m_context.theme.lineHeight(TextRole::Body) + 2 * sizes::gap);
    m_column->insertWidget(m_column->count() - 1, m_words);
    m_parts.push_back(m_words);
}

QString CentreDetail::words() const
{
    return m_words ? m_words->toPlainText() : QString();
}

void CentreDetail::goTo(size_t block)
{
    m_current = block;
    for (size_t i = 0; i < m_blocks.size(); ++i)
        m_blocks[i]->setCurrent(i == block && m_blocks.size() > 1);
    if (block < m_blocks.size())
        ensureWidgetVisible(m_blocks[block]);
}

void CentreDetail::walkFields(int step)
{
    const auto next = qint64(m_current) + step;
    if (next >= 0 && next < qint64(m_blocks.size()))
        goTo(size_t(next));
}

void CentreDetail::choose(Choice choice)
{
    if (m_current >= m_blocks.size())
        return;
    m_blocks[m_current]->choose(choice);
    if (choice != Choice::Own)
        goOn();
}

// To the next open field, also one before; where all are decided one stays.
void CentreDetail::goOn()
{
    for (size_t i = 1; i < m_blocks.size(); ++i) {
        const size_t next = (m_current + i) % m_blocks.size();
        if (!m_blocks[next]->decision()) {
            goTo(next);
            return;
        }
    }
}

bool CentreDetail::takeTyping()
{
    for (FieldBlock* block : m_blocks) {
        if (!block->isTyping())
            continue;
        block->commitTyping();
        if (block->decision())
            goOn();
        return true;
    }
    return false;
}

bool CentreDetail::isBegun() const
{
    return std::ranges::any_of(
        m_blocks, [](const FieldBlock* block) { return block->decision() || block->isTyping(); });
}

std::optional<std::vector<Decision>> CentreDetail::decisions() const
{
    std::vector<Decision> all;
    for (const FieldBlock* block : m_blocks) {
        const std::optional<Decision> decision = block->decision();
        if (!decision)
            return std::nullopt;
        all.push_back(*decision);
    }
    return all;
}

} // namespace homeroom
