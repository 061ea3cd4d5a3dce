// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/groupeditor.h"

#include "ui/conditions/conditionrow.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int offeredDepth = 2; // more than two levels nobody reads
constexpr int usualDays = 3;

/// What a new line asks: the question that tutors ask most.
FamilyCondition usualCondition()
{
    return {u"lastContactAt"_s, ConditionTest::OlderThanDays, usualDays};
}

} // namespace

GroupEditor::GroupEditor(
    const PageContext& context, std::span<const ConditionField> fields, int depth, QWidget* parent)
    : QFrame(parent), m_context(context), m_fields(fields), m_depth(depth), m_match(new QComboBox),
      m_parts(new QVBoxLayout), m_addCondition(new QPushButton), m_addGroup(new QPushButton),
      m_remove(new QPushButton)
{
    m_match->setObjectName(u"match"_s);
    m_addCondition->setObjectName(u"addCondition"_s);
    m_addGroup->setObjectName(u"addGroup"_s);
    m_match->setAccessibleName(tr("How the conditions are joined"));
    m_match->addItem(tr("All of these hold"), false);
    m_match->addItem(tr("Any of these holds"), true);
    m_addCondition->setText(tr("Add a condition"));
    m_addGroup->setText(tr("Add a group"));
    m_remove->setText(tr("Remove the group"));
    for (QPushButton* button : {m_addCondition, m_addGroup, m_remove}) {
        button->setAutoDefault(false);
        setButtonKind(*button, ButtonKind::Quiet);
    }
    m_addCondition->setIcon(context.theme.icon(Icon::Plus));
    m_addGroup->setVisible(depth < offeredDepth);
    m_remove->setVisible(depth > 1);
    if (depth > 1)
        setFrameShape(QFrame::StyledPanel);
    arrange();
    connect(m_match, &QComboBox::currentIndexChanged, this, &GroupEditor::changed);
    connect(m_addCondition, &QPushButton::clicked, this, &GroupEditor::addCondition);
    connect(m_addGroup, &QPushButton::clicked, this, &GroupEditor::addGroup);
    connect(m_remove, &QPushButton::clicked, this, &GroupEditor::removeRequested);
}

void GroupEditor::arrange()
{
    const int around = m_depth > 1 ? sizes::gap : 0;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(sizes::gap);
    auto* head = new QHBoxLayout;
    head->addWidget(m_match);
    head->addStretch(1);
    head->addWidget(m_remove);
    m_parts->setSpacing(sizes::gap);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(sizes::gap);
    foot->addWidget(m_addCondition);
    foot->addWidget(m_addGroup);
    foot->addStretch(1);
    column->addLayout(head);
    column->addLayout(m_parts);
    column->addLayout(foot);
}

void GroupEditor::setGroup(const ConditionGroup& group)
{
    m_match->setCurrentIndex(group.any ? 1 : 0);
    for (const FamilyCondition& condition : group.conditions)
        addRow(condition);
    for (const ConditionGroup& inner : group.groups)
        addInner(inner);
}

ConditionGroup GroupEditor::group() const
{
    ConditionGroup group;
    group.any = m_match->currentData().toBool();
    for (const ConditionRow* row : m_rows)
        group.conditions.push_back(row->condition());
    for (const GroupEditor* inner : m_groups) {
        if (ConditionGroup held = inner->group(); !held.isEmpty())
            group.groups.push_back(std::move(held));
    }
    return group;
}

ConditionRow* GroupEditor::addRow(const FamilyCondition& condition)
{
    auto* row = new ConditionRow(m_context, m_fields, condition);
    m_parts->insertWidget(int(m_rows.size()), row); // before the groups
    m_rows.push_back(row);
    connect(row, &ConditionRow::changed, this, &GroupEditor::changed);
    connect(row, &ConditionRow::removeRequested, this, [this, row] {
        std::erase(m_rows, row);
        drop(row);
    });
    return row;
}

GroupEditor* GroupEditor::addInner(const ConditionGroup& group)
{
    auto* inner = new GroupEditor(m_context, m_fields, m_depth + 1);
    inner->setGroup(group);
    m_parts->addWidget(inner);
    m_groups.push_back(inner);
    connect(inner, &GroupEditor::changed, this, &GroupEditor::changed);
    connect(inner, &GroupEditor::removeRequested, this, [this, inner] {
        std::erase(m_groups, inner);
        drop(inner);
    });
    return inner;
}

void GroupEditor::drop(QWidget* part)
{
    m_parts->removeWidget(part);
    part->hide();
    part->deleteLater();
    m_addCondition->setFocus();
    Q_EMIT changed();
}

void GroupEditor::addCondition()
{
    addRow(usualCondition())->setFocus();
    Q_EMIT changed();
}

void GroupEditor::addGroup()
{
    GroupEditor* inner = addInner({true, {usualCondition()}, {}});
    inner->m_rows.front()->setFocus();
    Q_EMIT changed();
}

} // namespace homeroom
