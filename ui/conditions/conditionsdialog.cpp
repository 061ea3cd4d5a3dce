// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditionsdialog.h"

#include "ui/conditions/groupeditor.h"
#include "ui/widgets/textlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 200;
constexpr int areaHeight = 300;
constexpr int widest = 660;

} // namespace

ConditionsDialog::ConditionsDialog(
    const PageContext& context, const MatchingFamilies& shown, QWidget* parent)
    : FormDialog(context.theme, parent), m_context(context), m_matching(shown, nullptr),
      m_fields(m_matching.fields()), m_editor(new GroupEditor(context, m_fields)),
      m_area(new QScrollArea), m_count(new TextLabel(context.theme, TextRole::Body, &Colors::muted))
{
    setObjectName(u"conditions"_s);
    setMinimumWidth(widest + 2 * (sizes::margin + sizes::gap));
    setTitle(tr("Conditions"));
    setAcceptText(tr("Show these families"));
    addRow(tr("Families for which"), makeBody(), [this] { return problem(); });
    m_editor->setGroup(shown.conditions());
    if (shown.conditions().isEmpty())
        m_editor->addCondition();
    m_settled.setSingleShot(true);
    m_settled.setInterval(settleMs);
    connect(&m_settled, &QTimer::timeout, this, &ConditionsDialog::follow);
    connect(m_editor, &GroupEditor::changed, &m_settled, qOverload<>(&QTimer::start));
    connect(m_editor, &GroupEditor::changed, this, &ConditionsDialog::check);
    connect(&m_matching, &MatchingFamilies::changed, this, &ConditionsDialog::showCount);
    follow();
}

QWidget* ConditionsDialog::makeBody()
{
    auto* body = new QWidget;
    auto* inside = new QWidget;
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_editor);
    rows->addStretch(1);
    m_area->setWidget(inside);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setMinimumSize(widest, areaHeight);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::gap);
    column->addWidget(m_area, 1);
    column->addWidget(m_count);
    body->setFocusProxy(m_editor);
    return body;
}

ConditionGroup ConditionsDialog::conditions() const
{
    return m_editor->group();
}

QString ConditionsDialog::problem() const
{
    const ConditionGroup group = conditions();
    if (conditionCount(group) > maximumConditions)
        return tr("These are more than %1 conditions. Remove some.").arg(maximumConditions);
    const auto fault = firstFault(group, m_fields);
    return fault ? faultText(*fault, m_fields, m_context.catalogue) : QString();
}

void ConditionsDialog::follow()
{
    m_matching.setConditions(conditions());
    showCount();
}

QString ConditionsDialog::countText() const
{
    return m_count->text();
}

void ConditionsDialog::showCount()
{
    if (m_matching.conditions().isEmpty())
        m_count->setText(tr("Without a condition all families are shown."));
    else if (m_matching.fault() || !m_matching.isReady() || !m_matching.families())
        m_count->setText({});
    else
        m_count->setText(tr("%n families", "", int(m_matching.families()->size())));
}

} // namespace homeroom
