// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditionrow.h"

#include "ui/conditions/operandfield.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 180;
constexpr int testWidth = 184;
constexpr int operandWidth = 190;
constexpr int shownFields = 16;

} // namespace

ConditionRow::ConditionRow(const PageContext& context, std::span<const ConditionField> fields,
    const FamilyCondition& condition, QWidget* parent)
    : QWidget(parent), m_catalogue(context.catalogue), m_fields(fields), m_field(new QComboBox),
      m_test(new QComboBox), m_operand(new OperandField(context.catalogue)),
      m_remove(new QPushButton)
{
    m_field->setObjectName(u"field"_s);
    m_test->setObjectName(u"test"_s);
    m_remove->setObjectName(u"remove"_s);
    m_field->setAccessibleName(tr("Field"));
    m_test->setAccessibleName(tr("Test"));
    m_remove->setAccessibleName(tr("Remove the condition"));
    m_remove->setToolTip(tr("Remove the condition"));
    m_remove->setIcon(context.theme.icon(Icon::Close));
    m_remove->setAutoDefault(false);
    setButtonKind(*m_remove, ButtonKind::Quiet);
    m_field->setFixedWidth(fieldWidth);
    m_test->setFixedWidth(testWidth);
    m_operand->setFixedWidth(operandWidth);
    fillFields(condition.field);
    followField(condition.test, condition.operand);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(sizes::gap);
    for (QWidget* part : std::initializer_list<QWidget*>{m_field, m_test, m_operand})
        line->addWidget(part);
    line->addStretch(1);
    line->addWidget(m_remove);
    setFocusProxy(m_field);
    connect(m_field, &QComboBox::currentIndexChanged, this, [this] {
        followField(test(), m_operand->operand());
        Q_EMIT changed();
    });
    connect(m_field->lineEdit(), &QLineEdit::returnPressed, this, &ConditionRow::takeTyped);
    m_field->installEventFilter(this);
    connect(m_test, &QComboBox::currentIndexChanged, this, [this] {
        followTest(m_operand->operand());
        Q_EMIT changed();
    });
    connect(m_operand, &OperandField::changed, this, &ConditionRow::changed);
    connect(m_remove, &QPushButton::clicked, this, &ConditionRow::removeRequested);
}

void ConditionRow::fillFields(const QString& word)
{
    m_field->setEditable(true);
    m_field->setInsertPolicy(QComboBox::NoInsert);
    m_field->setMaxVisibleItems(shownFields);
    m_field->completer()->setFilterMode(Qt::MatchContains);
    m_field->completer()->setCompletionMode(QCompleter::PopupCompletion);
    for (const ConditionField& each : m_fields)
        m_field->addItem(conditionFieldText(each, m_catalogue), each.word);
    if (m_field->findData(word) < 0)
        m_field->addItem(tr("%1 (gone)").arg(word.section(u'.', -1)), word);
    m_field->setCurrentIndex(m_field->findData(word));
}

// While its list is open, a line does not tell that its editing is finished.
bool ConditionRow::eventFilter(QObject* watched, QEvent* event)
{
    const bool left = event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason;
    if (left)
        takeTyped();
    return QWidget::eventFilter(watched, event);
}

// What was typed and is no field is taken back; a unique part of a name is enough.
void ConditionRow::takeTyped()
{
    const QString typed = m_field->currentText().trimmed();
    if (typed == m_field->itemText(m_field->currentIndex()))
        return;
    const int found = m_field->findText(typed, Qt::MatchContains);
    if (!typed.isEmpty() && found >= 0)
        m_field->setCurrentIndex(found);
    m_field->setEditText(m_field->itemText(m_field->currentIndex()));
}

const ConditionField* ConditionRow::field() const
{
    return findField(m_fields, m_field->currentData().toString());
}

ConditionTest ConditionRow::test() const
{
    return ConditionTest(m_test->currentData().toInt());
}

void ConditionRow::followField(ConditionTest test, const QJsonValue& operand)
{
    const QSignalBlocker quiet(m_test);
    m_test->clear();
    if (const ConditionField* asked = field()) {
        for (const ConditionTest each : testsOf(*asked))
            m_test->addItem(conditionTestText(*asked, each), int(each));
    }
    m_test->setCurrentIndex(qMax(0, m_test->findData(int(test))));
    m_test->setEnabled(m_test->count() > 1);
    followTest(operand);
}

void ConditionRow::followTest(const QJsonValue& operand)
{
    const ConditionField* asked = field();
    m_operand->setVisible(asked != nullptr);
    if (asked)
        m_operand->ask(*asked, test(), operand);
}

FamilyCondition ConditionRow::condition() const
{
    return {m_field->currentData().toString(), test(), m_operand->operand()};
}

} // namespace homeroom
