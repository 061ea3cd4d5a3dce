// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/conditionfields.h"
#include "ui/editing/pagecontext.h"

namespace homeroom {

/// The field as people choose it: «Tier», «Child: Grade», «Lessons finished».
QString conditionFieldText(const ConditionField& field, const Catalogue& catalogue);
/// The test as people choose it: «is one of», «more than … days ago».
QString conditionTestText(const ConditionField& field, ConditionTest test);

/// One thing that a list of an operand offers.
struct ConditionChoice {
    QString value{}; ///< the word or id
    QString label{};
};
/// What there is to choose for words, references and sets; empty where people type.
std::vector<ConditionChoice> conditionChoices(
    const ConditionField& field, const Catalogue& catalogue);

/// The group as one sentence: «Tier is A or B, and last contact more than 3 days ago».
QString conditionsText(const ConditionGroup& group, std::span<const ConditionField> fields,
    const Catalogue& catalogue);
/// What is wrong with it, and what to do.
QString faultText(const ConditionFault& fault, std::span<const ConditionField> fields,
    const Catalogue& catalogue);

} // namespace homeroom
