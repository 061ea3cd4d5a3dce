// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/operandfield.h"

#include "ui/conditions/choicebutton.h"
#include "ui/editing/phrases.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QSpinBox>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDays = 3;
constexpr int highestGrade = 12;
constexpr double fenPerYuan = 100;

bool isFilling(ConditionTest test)
{
    return test == ConditionTest::Filled || test == ConditionTest::Empty;
}

bool isDays(ConditionTest test)
{
    return test == ConditionTest::OlderThanDays || test == ConditionTest::WithinLastDays
        || test == ConditionTest::WithinNextDays;
}

} // namespace

OperandField::OperandField(const Catalogue& catalogue, QWidget* parent)
    : QWidget(parent), m_catalogue(catalogue), m_line(new QHBoxLayout(this))
{
    m_line->setContentsMargins(0, 0, 0, 0);
}

OperandField::Form OperandField::formOf(const ConditionField& field, ConditionTest test)
{
    if (isFilling(test))
        return Form::Nothing;
    if (isDays(test))
        return Form::Days;
    if (field.word == u"student.grade"_s)
        return Form::Grade;
    switch (field.form) {
    case FieldKind::Word:
    case FieldKind::Reference:
    case FieldKind::Set:
        return Form::List;
    case FieldKind::Boolean:
        return Form::YesNo;
    case FieldKind::Money:
        return Form::Money;
    case FieldKind::Integer:
    case FieldKind::Real:
        return Form::Number;
    case FieldKind::Time:
    case FieldKind::Day:
        return Form::Day;
    case FieldKind::Month:
        return Form::Month;
    default:
        return Form::Text;
    }
}

void OperandField::ask(const ConditionField& field, ConditionTest test, const QJsonValue& operand)
{
    m_form = formOf(field, test);
    delete std::exchange(m_editor, nullptr);
    m_editor = makeEditor(field, operand);
    setVisible(m_editor != nullptr);
    setFocusProxy(m_editor);
    if (!m_editor)
        return;
    m_editor->setAccessibleName(tr("Value"));
    m_editor->setObjectName(u"operand"_s);
    m_line->addWidget(m_editor);
}

QWidget* OperandField::makeEditor(const ConditionField& field, const QJsonValue& operand)
{
    switch (m_form) {
    case Form::Nothing:
        return nullptr;
    case Form::Days: {
        auto* days = new QSpinBox;
        days->setRange(0, maximumConditionDays);
        days->setSuffix(tr(" days"));
        days->setValue(operand.toInt(usualDays));
        connect(days, &QSpinBox::valueChanged, this, &OperandField::changed);
        return days;
    }
    case Form::YesNo:
        return makeCombo({{tr("Yes"), true}, {tr("No"), false}}, operand);
    case Form::Grade: {
        std::vector<std::pair<QString, QJsonValue>> grades;
        for (int grade = 0; grade <= highestGrade; ++grade)
            grades.emplace_back(gradeText(grade), grade);
        return makeCombo(grades, operand);
    }
    case Form::List:
        return makeList(field, operand);
    default:
        return makeLine(operand);
    }
}

QWidget* OperandField::makeLine(const QJsonValue& operand)
{
    auto* line = new QLineEdit;
    if (m_form == Form::Day)
        line->setPlaceholderText(u"2026-03-01"_s);
    else if (m_form == Form::Month)
        line->setPlaceholderText(u"2018-05"_s);
    else if (m_form == Form::Money)
        line->setPlaceholderText(u"¥ 2,990"_s);
    if (operand.isDouble() && m_form == Form::Money)
        line->setText(QString::number(operand.toDouble() / fenPerYuan));
    else if (operand.isDouble() && m_form == Form::Number)
        line->setText(QString::number(operand.toDouble()));
    else if (m_form != Form::Money && m_form != Form::Number)
        line->setText(operandTexts(operand).value(0));
    connect(line, &QLineEdit::textChanged, this, &OperandField::changed);
    return line;
}

QWidget* OperandField::makeCombo(
    const std::vector<std::pair<QString, QJsonValue>>& lines, const QJsonValue& operand)
{
    auto* combo = new QComboBox;
    for (const auto& [label, value] : lines) {
        combo->addItem(label, value.toVariant());
        if (value == operand)
            combo->setCurrentIndex(combo->count() - 1);
    }
    connect(combo, &QComboBox::currentIndexChanged, this, &OperandField::changed);
    return combo;
}

QWidget* OperandField::makeList(const ConditionField& field, const QJsonValue& operand)
{
    QList<ChoiceButton::Choice> choices;
    for (const ConditionChoice& choice : conditionChoices(field, m_catalogue))
        choices.append({choice.value, choice.label});
    auto* button = new ChoiceButton;
    button->setChoices(choices, operand.isArray() ? operandTexts(operand) : QStringList());
    connect(button, &ChoiceButton::chosenChanged, this, &OperandField::changed);
    return button;
}

QJsonValue OperandField::operand() const
{
    if (const auto* days = qobject_cast<const QSpinBox*>(m_editor))
        return days->value();
    if (const auto* combo = qobject_cast<const QComboBox*>(m_editor))
        return QJsonValue::fromVariant(combo->currentData());
    if (const auto* button = qobject_cast<const ChoiceButton*>(m_editor))
        return QJsonArray::fromStringList(button->chosen());
    const auto* line = qobject_cast<const QLineEdit*>(m_editor);
    if (!line)
        return {};
    const QString text = line->text().trimmed();
    if (m_form == Form::Money) {
        const std::optional<qint64> fen = fenFromYuan(text);
        return fen ? QJsonValue(*fen) : QJsonValue(text);
    }
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return m_form == Form::Number && isNumber ? QJsonValue(number) : QJsonValue(text);
}

} // namespace homeroom
