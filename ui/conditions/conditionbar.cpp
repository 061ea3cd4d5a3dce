// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditionbar.h"

#include "ui/conditions/conditionsdialog.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace homeroom {

using namespace Qt::StringLiterals;

ConditionBar::ConditionBar(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context),
      m_matching(context.workspace, context.catalogue, context.clock, context.zone),
      m_button(new QPushButton), m_sentence(new ElidedLabel(context.theme, TextRole::Body)),
      m_edit(new QPushButton), m_clear(new QPushButton)
{
    m_button->setObjectName(u"conditionsButton"_s);
    m_button->setIcon(context.theme.icon(Icon::Filter));
    m_edit->setObjectName(u"editConditions"_s);
    m_clear->setObjectName(u"clearConditions"_s);
    for (QPushButton* quiet : {m_edit, m_clear})
        setButtonKind(*quiet, ButtonKind::Quiet);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(sizes::margin, sizes::grid, sizes::margin, sizes::grid + 1);
    line->setSpacing(sizes::gap);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_edit);
    line->addWidget(m_clear);
    connect(m_button, &QPushButton::clicked, this, &ConditionBar::edit);
    connect(m_edit, &QPushButton::clicked, this, &ConditionBar::edit);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_button->setFocus();
        setConditions({});
    });
    connect(&m_matching, &MatchingFamilies::changed, this, [this] {
        showConditions();
        Q_EMIT changed();
    });
    retranslate();
}

void ConditionBar::setConditions(const ConditionGroup& conditions)
{
    m_matching.setConditions(conditions);
    showConditions();
}

void ConditionBar::setDefinition(const QJsonObject& definition)
{
    const Result<ConditionGroup> conditions = conditionsFromJson(definition);
    if (conditions.ok())
        setConditions(*conditions);
    else
        setConditions({false, {{conditions.error().field, ConditionTest::Filled, {}}}, {}});
}

void ConditionBar::prepare(const QJsonObject& definition)
{
    if (const Result<ConditionGroup> conditions = conditionsFromJson(definition); conditions.ok())
        m_matching.prepare(*conditions);
}

QJsonObject ConditionBar::definition() const
{
    const ConditionGroup& conditions = m_matching.conditions();
    return conditions.isEmpty() ? QJsonObject() : conditionsToJson(conditions);
}

void ConditionBar::edit()
{
    auto* dialog = new ConditionsDialog(m_context, m_matching, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &QDialog::accepted, this, [this, dialog] { setConditions(dialog->conditions()); });
    dialog->open();
}

QString ConditionBar::faultText() const
{
    const auto& fault = m_matching.fault();
    return fault ? homeroom::faultText(*fault, m_matching.fields(), m_context.catalogue)
                 : QString();
}

QString ConditionBar::sentence() const
{
    return m_sentence->text();
}

void ConditionBar::showConditions()
{
    const ConditionGroup& conditions = m_matching.conditions();
    const int count = conditionCount(conditions);
    const QString sentence = conditionsText(conditions, m_matching.fields(), m_context.catalogue);
    m_sentence->setText(sentence);
    m_sentence->setTone(m_matching.fault() ? &Colors::bad : &Colors::text);
    m_button->setText(count > 0 ? QLocale().toString(count) : QString());
    m_button->setAccessibleDescription(sentence);
    setAccessibleName(tr("Conditions: %1").arg(sentence));
    setVisible(count > 0);
}

void ConditionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, m_context.theme.colors().line);
}

void ConditionBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConditionBar::retranslate()
{
    m_button->setToolTip(tr("Conditions"));
    m_button->setAccessibleName(tr("Conditions"));
    m_edit->setText(tr("Change"));
    m_edit->setAccessibleName(tr("Change the conditions"));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Drop the conditions"));
    showConditions();
}

} // namespace homeroom
