// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/teambrief.h"

#include <algorithm>
#include <numeric>

namespace homeroom {

namespace {

/// Compared as products: a share of no families is none.
bool isOutstanding(int count, int families, int allCount, int allFamilies)
{
    return count >= standsOutFrom
        && double(count) * allFamilies > standsOutTimes * double(allCount) * families;
}

int sumOf(const TutorBrief& brief)
{
    return std::accumulate(brief.counts.begin(), brief.counts.end(), 0);
}

void add(TutorBrief& brief, ChipMask mask)
{
    ++brief.families;
    for (size_t i = 0; i < exceptionChips.size(); ++i) {
        if (mask & maskOf(exceptionChips[i]))
            ++brief.counts[i];
    }
}

} // namespace

int TutorBrief::outstanding() const
{
    return int(std::ranges::count(standsOut, true));
}

TeamBrief readTeamBrief(Database& database, const ChipMasks& masks)
{
    TeamBrief team;
    QHash<RecordId, TutorBrief> tutors;
    Statement query = database.statement(
        "SELECT id, owner FROM r_customer WHERE deleted = 0 AND owner IS NOT NULL");
    while (query.step()) {
        const RecordId family = query.id(0);
        const RecordId owner = query.id(1);
        const ChipMask mask = masks.value(family);
        if (mask != 0)
            team.owners.insert(family, owner);
        add(tutors[owner], mask);
        add(team.all, mask);
    }
    for (auto each = tutors.begin(); each != tutors.end(); ++each) {
        each->tutor = each.key();
        for (size_t i = 0; i < exceptionChips.size(); ++i)
            each->standsOut[i] = isOutstanding(
                each->counts[i], each->families, team.all.counts[i], team.all.families);
        team.tutors.push_back(*each);
    }
    std::ranges::sort(team.tutors, [](const TutorBrief& left, const TutorBrief& right) {
        const auto key = [](const TutorBrief& brief) {
            return std::tuple(-brief.outstanding(), -sumOf(brief), brief.tutor);
        };
        return key(left) < key(right);
    });
    return team;
}

} // namespace homeroom
