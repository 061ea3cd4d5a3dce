// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conditions/conditionwords.h"

#include <QWidget>

class QHBoxLayout;

namespace homeroom {

/// Where the value of a condition is typed or chosen: a line, a number, days, yes or no, a list.
class OperandField : public QWidget {
    Q_OBJECT

public:
    explicit OperandField(const Catalogue& catalogue, QWidget* parent = nullptr);

    /// Takes over the operand where it fits the question.
    void ask(const ConditionField& field, ConditionTest test, const QJsonValue& operand);
    /// What is typed; a text where it is no number, so that the judge says what is wrong.
    QJsonValue operand() const;

Q_SIGNALS:
    void changed();

private:
    enum class Form { Nothing, Text, Number, Money, Days, Day, Month, YesNo, Grade, List };
    static Form formOf(const ConditionField& field, ConditionTest test);
    QWidget* makeEditor(const ConditionField& field, const QJsonValue& operand);
    QWidget* makeLine(const QJsonValue& operand);
    QWidget* makeCombo(
        const std::vector<std::pair<QString, QJsonValue>>& lines, const QJsonValue& operand);
    QWidget* makeList(const ConditionField& field, const QJsonValue& operand);

    const Catalogue& m_catalogue;
    Form m_form = Form::Nothing;
    QWidget* m_editor = nullptr;
    QHBoxLayout* m_line;
};

} // namespace homeroom
