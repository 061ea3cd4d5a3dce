// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/companions.h"

#include "models/values/records/records.h"

#include <algorithm>
#include <array>

namespace homeroom {

namespace {

struct Companion {
    RecordKind kind;
    int leader;
    int field;
};

template <typename Leader, typename Member>
Companion companion(Leader Opportunity::*leader, Member Opportunity::*field)
{
    return {RecordKind::Opportunity, fieldIndexOf(leader), fieldIndexOf(field)};
}

const auto& all()
{
    static const std::array companions{
        companion(&Opportunity::stage, &Opportunity::stageEnteredAt),
        companion(&Opportunity::stage, &Opportunity::closedAt),
        companion(&Opportunity::stage, &Opportunity::lostReason),
    };
    return companions;
}

} // namespace

int leaderOf(const RecordType& type, int field)
{
    for (const Companion& each : all()) {
        if (each.kind == type.kind && each.field == field)
            return each.leader;
    }
    return -1;
}

std::vector<int> companionsOf(const RecordType& type, int field)
{
    std::vector<int> fields;
    for (const Companion& each : all()) {
        if (each.kind == type.kind && each.leader == field)
            fields.push_back(each.field);
    }
    return fields;
}

const FieldValue* changeOf(const FieldChanges& changes, int field)
{
    const auto found = std::ranges::find(changes, field, &FieldChanges::value_type::first);
    return found == changes.end() ? nullptr : &found->second;
}

} // namespace homeroom
