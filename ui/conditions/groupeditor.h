// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conditions/conditionwords.h"

#include <QFrame>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace homeroom {

class ConditionRow;

/// A group of conditions: whether all or any of them hold, the conditions, and the groups within.
class GroupEditor : public QFrame {
    Q_OBJECT

public:
    /// `fields` must outlive it. `depth` is 1 for the outermost; one group within is offered.
    GroupEditor(const PageContext& context, std::span<const ConditionField> fields, int depth = 1,
        QWidget* parent = nullptr);

    void setGroup(const ConditionGroup& group);
    ConditionGroup group() const;
    void addCondition();
    void addGroup();

Q_SIGNALS:
    void changed();
    /// Of a group within: it is empty and wanted no longer.
    void removeRequested();

private:
    void arrange();
    ConditionRow* addRow(const FamilyCondition& condition);
    GroupEditor* addInner(const ConditionGroup& group);
    void drop(QWidget* part);

    const PageContext& m_context;
    std::span<const ConditionField> m_fields;
    const int m_depth;
    QComboBox* m_match;
    QVBoxLayout* m_parts;
    QPushButton* m_addCondition;
    QPushButton* m_addGroup;
    QPushButton* m_remove;
    std::vector<ConditionRow*> m_rows{};
    std::vector<GroupEditor*> m_groups{};
};

} // namespace homeroom
