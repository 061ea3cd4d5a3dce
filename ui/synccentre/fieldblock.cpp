// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccentre/fieldblock.h"

#include "ui/editing/moments.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/editing/valuetexts.h"
#include "ui/panel/fieldeditor.h"
#include "ui/synccentre/choicecard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int bar = 3; ///< at the left of the current block

/// The field as it is typed anew; nothing where that is not done by typing.
std::optional<FieldShape> ownShape(RecordKind kind, int field, const Catalogue& catalogue)
{
    const FieldDescription& description = recordType(kind).fields[size_t(field)];
    for (FieldShape& shape : shapesOf(kind, catalogue)) {
        if (shape.key != description.name || shape.readOnly)
            continue;
        if (description.target == RecordKind::Stage) {
            for (const Stage& stage : catalogue.stages())
                shape.choices.push_back({stage.name, static_cast<const RecordId&>(stage.id)});
        }
        // Nothing is chosen until somebody does.
        const bool offers = !shape.choices.empty() && !isNothing(shape.choices.front().value);
        if (offers)
            shape.choices.insert(shape.choices.begin(), {u"–"_s, {}});
        // A reference without choices would ask for an id.
        if (description.kind == FieldKind::Reference && shape.choices.empty())
            return std::nullopt;
        return std::move(shape);
    }
    return std::nullopt;
}

} // namespace

FieldBlock::FieldBlock(
    PageContext& context, const CentreItem& item, const DisputedField& field, QWidget* parent)
    : QWidget(parent), m_context(context), m_field(field)
{
    arrange(item);
}

void FieldBlock::arrange(const CentreItem& item)
{
    const bool suggested = item.section == CentreSection::Suggestions;
    const auto text = [&](const FieldValue& value) {
        return shownWords(
            valueText(item.kind, m_field.field, value, m_context), item.root, m_context);
    };
    auto* name = new TextLabel(m_context.theme, TextRole::Strong);
    name->setText(displayName(item.kind, recordType(item.kind).fields[size_t(m_field.field)]));
    m_mine = new ChoiceCard(m_context.theme,
        {u"1"_s, suggested ? tr("Suggested") : tr("The later change"), who(item.author, item.at),
            text(m_field.mine)});
    m_theirs = new ChoiceCard(m_context.theme,
        {u"2"_s, tr("The record now"), who(m_field.theirAuthor, m_field.theirAt),
            text(m_field.theirs)});
    auto* cards = new QHBoxLayout;
    cards->setSpacing(sizes::gap);
    if (m_field.before)
        cards->addWidget(
            new ChoiceCard(m_context.theme, {{}, tr("Before"), {}, text(*m_field.before)}), 1);
    addCard(Choice::Mine, m_mine);
    addCard(Choice::Theirs, m_theirs);
    cards->addWidget(m_mine, 1);
    cards->addWidget(m_theirs, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(bar + sizes::gap, sizes::grid, 0, sizes::grid);
    column->setSpacing(sizes::gap);
    column->addWidget(name);
    column->addLayout(cards);
    makeEditor(item);
    if (m_editor)
        column->addWidget(m_editor);
}

void FieldBlock::addCard(Choice choice, ChoiceCard* card)
{
    connect(card, &QAbstractButton::clicked, this, [this, choice] { choose(choice); });
}

void FieldBlock::makeEditor(const CentreItem& item)
{
    auto shape = ownShape(item.kind, m_field.field, m_context.catalogue);
    if (!shape)
        return;
    //: The line for a value that is neither of the two; 3 is its key.
    shape->label = tr("3 · Another");
    m_editor = new FieldEditor(m_context, std::move(*shape));
    connect(m_editor, &FieldEditor::committed, this, [this](const FieldValue& value) {
        m_own = value;
        m_editor->setValue(value);
        m_choice = Choice::Own;
        m_mine->setChecked(false);
        m_theirs->setChecked(false);
        Q_EMIT decided();
    });
}

QString FieldBlock::who(const RecordId& user, Milliseconds at) const
{
    const QString name = personText(user, m_context);
    if (at == 0)
        return name;
    const QString when = momentText(at, m_context.clock.now(), m_context.zone);
    return name.isEmpty() ? when : u"%1 · %2"_s.arg(name, when);
}

void FieldBlock::choose(Choice choice)
{
    if (choice == Choice::Own) {
        if (m_editor)
            m_editor->input()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    m_choice = choice;
    m_mine->setChecked(choice == Choice::Mine);
    m_theirs->setChecked(choice == Choice::Theirs);
    if (m_editor) {
        m_editor->forgetTyping();
        m_editor->setValue({});
    }
    Q_EMIT decided();
}

std::optional<Decision> FieldBlock::decision() const
{
    if (!m_choice)
        return std::nullopt;
    return Decision{m_field.conflict, *m_choice, *m_choice == Choice::Own ? m_own : FieldValue()};
}

bool FieldBlock::isTyping() const
{
    return m_editor && m_editor->input()->hasFocus();
}

void FieldBlock::commitTyping()
{
    if (m_editor)
        m_editor->commit();
}

void FieldBlock::setCurrent(bool current)
{
    m_current = current;
    update();
}

void FieldBlock::paintEvent(QPaintEvent*)
{
    if (!m_current)
        return;
    QPainter painter(this);
    painter.fillRect(
        QRect(0, sizes::grid, bar, height() - 2 * sizes::grid), m_context.theme.colors().accent);
}

} // namespace homeroom
