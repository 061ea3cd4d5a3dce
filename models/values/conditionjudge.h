// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"
#include "models/values/conditionfields.h"

#include <QTimeZone>

#include <functional>

namespace homeroom {

/// What a family answers for one field: one value, or one of each record of that kind.
using FieldAnswers = std::span<const FieldValue>;

/// A field as a judge wants it answered.
struct AskedField {
    ConditionField field{};
    /// Of the last contact: who was never reached waits since the lead came, as the chips count it.
    bool orArrival = false;

    bool operator==(const AskedField& other) const
    {
        return field.word == other.field.word && orArrival == other.orArrival;
    }
};

/// Conditions made ready for judging many families at one moment: what a day is and what a word
/// stands for is worked out once.
class ConditionJudge {
public:
    /// The conditions must be without a fault (firstFault); one that names an unknown field holds
    /// for nobody. Days are 24 hours before and after `now`, named days those of `zone`.
    ConditionJudge(const ConditionGroup& group, std::span<const ConditionField> fields,
        Milliseconds now, const QTimeZone& zone);

    /// The fields it needs, each once.
    const std::vector<AskedField>& asked() const { return m_asked; }
    /// `answers` tells of the asked field of that index.
    using Answers = std::function<FieldAnswers(size_t asked)>;
    bool holds(const Answers& answers) const { return holds(m_root, answers); }

private:
    struct Test {
        size_t asked = 0;
        std::function<bool(const FieldValue&)> passes; ///< null: no answer does
        bool denied = false;
    };
    struct Group {
        bool any = false;
        std::vector<Test> tests{};
        std::vector<Group> groups{};
    };

    Group prepared(const ConditionGroup& group, std::span<const ConditionField> fields);
    Test prepared(const FamilyCondition& condition, const ConditionField& field);
    size_t ask(const AskedField& field);
    std::function<bool(const FieldValue&)> passing(
        const ConditionField& field, ConditionTest test, const QJsonValue& operand) const;
    std::function<bool(const FieldValue&)> between(
        const ConditionField& field, ConditionTest test, const QJsonValue& operand) const;
    static bool holds(const Group& group, const Answers& answers);
    static bool holds(const Test& test, const Answers& answers);

    Milliseconds m_now;
    QTimeZone m_zone;
    std::vector<AskedField> m_asked{};
    Group m_root{};
};

} // namespace homeroom
