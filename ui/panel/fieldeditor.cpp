// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/fieldeditor.h"

#include "ui/editing/phonehint.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 104;
constexpr int longTextLines = 3;

} // namespace

FieldEditor::FieldEditor(PageContext& context, FieldShape shape, QWidget* parent)
    : QWidget(parent), m_context(context), m_shape(std::move(shape)),
      m_label(new TextLabel(context.theme, TextRole::Small, &Colors::muted)),
      m_problem(new TextLabel(context.theme, TextRole::Small, &Colors::bad))
{
    setObjectName(u"field."_s + m_shape.key);
    makeInput();
    arrange();
    show();
    setReadOnly(m_shape.readOnly);
}

void FieldEditor::makeInput()
{
    if (m_shape.kind == FieldKind::Set) {
        makeTags();
    } else if (m_shape.kind == FieldKind::Boolean) {
        m_check = new QCheckBox;
        connect(m_check, &QCheckBox::clicked, this, [this](bool on) { take(qint64(on)); });
    } else if (!m_shape.choices.empty()) {
        m_choice = new QComboBox;
        // A wheel that scrolls the tab must not change what it passes over.
        m_choice->setFocusPolicy(Qt::StrongFocus);
        m_choice->installEventFilter(this);
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        for (const FieldChoice& choice : m_shape.choices)
            m_choice->addItem(choice.label);
        connect(m_choice, &QComboBox::activated, this,
            [this](int index) { take(m_shape.choices[size_t(index)].value); });
    } else if (m_shape.kind == FieldKind::LongText) {
        m_text = new QPlainTextEdit;
        m_text->setTabChangesFocus(true);
        m_text->setFixedHeight(
            m_context.theme.lineHeight(TextRole::Body) * longTextLines + sizes::gap);
        m_text->installEventFilter(this);
    } else {
        m_line = new QLineEdit;
        m_line->installEventFilter(this);
        connect(m_line, &QLineEdit::returnPressed, this, &FieldEditor::commit);
    }
    if (!m_text && !m_check)
        input()->setFixedHeight(sizes::control);
    input()->setAccessibleName(m_shape.label);
}

void FieldEditor::makeTags()
{
    m_tags = new QToolButton;
    m_tags->setPopupMode(QToolButton::InstantPopup);
    m_tags->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* menu = new QMenu(m_tags);
    m_tags->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        const auto* held = std::get_if<QStringList>(&m_value);
        for (const Tag& tag : m_context.catalogue.tags()) {
            QAction* action = menu->addAction(tag.name);
            action->setCheckable(true);
            const QString id = tag.id.toString();
            action->setChecked(held && held->contains(id));
            connect(action, &QAction::triggered, this, [this, id](bool on) {
                const auto* now = std::get_if<QStringList>(&m_value);
                QStringList tags = now ? *now : QStringList();
                tags.removeAll(id);
                if (on)
                    tags.append(id);
                take(tags.isEmpty() ? FieldValue() : FieldValue(tags));
            });
        }
        if (menu->isEmpty())
            menu->addAction(tr("There are no tags yet"))->setEnabled(false);
    });
}

void FieldEditor::arrange()
{
    m_label->setText(m_shape.label);
    m_label->setFixedWidth(labelWidth);
    m_label->setWordWrap(true);
    m_problem->hide();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(sizes::gap);
    grid->setVerticalSpacing(sizes::grid / 2);
    grid->addWidget(m_label, 0, 0, m_text ? Qt::AlignTop : Qt::AlignVCenter);
    grid->addWidget(input(), 0, 1);
    grid->addWidget(m_problem, 1, 1);
    grid->setColumnStretch(1, 1);
    setFocusProxy(input());
}

QWidget* FieldEditor::input() const
{
    if (m_line)
        return m_line;
    if (m_text)
        return m_text;
    if (m_choice)
        return m_choice;
    if (m_check)
        return m_check;
    return m_tags;
}

void FieldEditor::forgetTyping()
{
    show();
    if (m_hint)
        m_hint->forget();
}

void FieldEditor::setFamily(const RecordId& family)
{
    if (m_shape.kind != FieldKind::Phone || !m_line)
        return;
    if (!m_hint) {
        m_hint = new PhoneHint(m_context, *m_line);
        connect(m_hint, &PhoneHint::familyRequested, this, &FieldEditor::familyRequested);
        static_cast<QGridLayout*>(layout())->addWidget(m_hint, 2, 1);
        setTabOrder(m_line, &m_hint->openButton());
    }
    m_hint->setFamily(family);
}

QString FieldEditor::hint() const
{
    return m_hint ? m_hint->sentence() : QString();
}

void FieldEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly || m_shape.readOnly;
    showReadOnly();
}

void FieldEditor::showReadOnly()
{
    const bool readOnly = m_readOnly || m_masked;
    if (m_line) {
        m_line->setReadOnly(readOnly);
        m_line->setFrame(!readOnly);
    } else if (m_text) {
        m_text->setReadOnly(readOnly);
    } else {
        input()->setEnabled(!readOnly);
        return;
    }
    input()->setToolTip(
        m_masked ? tr("Masked by the privacy mode. Switch it off to edit this.") : QString());
}

void FieldEditor::followPrivacy()
{
    commit();
    if (!isTyping())
        show();
    else if (m_line)
        m_line->setEchoMode(
            shownText(typedText()) == typedText() ? QLineEdit::Normal : QLineEdit::Password);
}

bool FieldEditor::isTyping() const
{
    if (m_line)
        return m_line->isModified();
    return m_text && m_text->document()->isModified();
}

QString FieldEditor::typedText() const
{
    return m_line ? m_line->text() : m_text->toPlainText();
}

void FieldEditor::setValue(const FieldValue& value)
{
    m_value = value;
    if (!isTyping())
        show();
}

void FieldEditor::show()
{
    if (m_line || m_text) {
        showText();
    } else if (m_choice) {
        m_choice->setCurrentText(fieldText(m_shape, m_value, m_context));
        if (fieldText(m_shape, m_value, m_context).isEmpty())
            m_choice->setCurrentIndex(0);
    } else if (m_check) {
        const auto* number = std::get_if<qint64>(&m_value);
        m_check->setChecked(number && *number != 0);
    } else {
        showTags();
    }
    setProblem({});
}

void FieldEditor::showText()
{
    const QString text = fieldText(m_shape, m_value, m_context);
    const QString shown = shownText(text);
    m_masked = shown != text;
    if (m_line) {
        m_line->setText(shown);
        m_line->setEchoMode(QLineEdit::Normal);
        m_line->setCursorPosition(0);
        m_line->setModified(false);
    } else {
        m_text->setPlainText(shown);
        m_text->document()->setModified(false);
    }
    showReadOnly();
}

void FieldEditor::showTags()
{
    QStringList names;
    if (const auto* ids = std::get_if<QStringList>(&m_value)) {
        for (const QString& id : *ids) {
            const std::optional<RecordId> tag = RecordId::fromString(id);
            if (const Tag* found = tag ? m_context.catalogue.find(Id<Tag>(*tag)) : nullptr)
                names.append(found->name);
        }
    }
    const QString text = names.isEmpty() ? tr("Add tags") : names.join(u" · "_s);
    m_tags->setText(text);
    m_tags->setToolTip(names.join(u'\n'));
}

void FieldEditor::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    // A wrapping label, even a hidden one, makes every row above it be laid out by its width.
    m_problem->setWordWrap(!sentence.isEmpty());
    m_problem->setVisible(!sentence.isEmpty());
    setFieldInvalid(*input(), !sentence.isEmpty());
}

QString FieldEditor::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void FieldEditor::take(const FieldValue& value)
{
    if (value == m_value)
        return;
    Q_EMIT committed(value);
}

void FieldEditor::commit()
{
    if (m_readOnly || m_masked || !isTyping())
        return;
    const TypedField typed = typedField(m_shape, typedText(), m_context);
    if (!typed.problem.isEmpty()) {
        setProblem(typed.problem);
        return;
    }
    if (m_line)
        m_line->setModified(false);
    else
        m_text->document()->setModified(false);
    if (typed.value == m_value)
        show();
    else
        take(typed.value);
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_choice && event->type() == QEvent::Wheel && !m_choice->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusOut && watched != m_choice)
        commit();
    if (event->type() == QEvent::ShortcutOverride && isTyping()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            forgetTyping();
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace homeroom
