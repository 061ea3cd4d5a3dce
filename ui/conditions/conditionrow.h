// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conditions/conditionwords.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace homeroom {

class OperandField;

/// One condition: field, test and value in a line, and a button that takes it away.
class ConditionRow : public QWidget {
    Q_OBJECT

public:
    /// `fields` must outlive the row.
    ConditionRow(const PageContext& context, std::span<const ConditionField> fields,
        const FamilyCondition& condition, QWidget* parent = nullptr);

    FamilyCondition condition() const;

Q_SIGNALS:
    void changed();
    void removeRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillFields(const QString& word);
    void followField(ConditionTest test, const QJsonValue& operand);
    void followTest(const QJsonValue& operand);
    void takeTyped();
    const ConditionField* field() const;
    ConditionTest test() const;

    const Catalogue& m_catalogue;
    std::span<const ConditionField> m_fields;
    QComboBox* m_field;
    QComboBox* m_test;
    OperandField* m_operand;
    QPushButton* m_remove;
};

} // namespace homeroom
