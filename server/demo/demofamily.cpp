// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demofamily.h"

#include "models/values/rank.h"

namespace homeroom {

namespace {

constexpr qint64 cardsPerFamily = 2;

} // namespace

QString FamilyScene::rank(size_t child) const
{
    return rankAt((families - 1 - place) * cardsPerFamily + qint64(child % cardsPerFamily),
        families * cardsPerFamily);
}

FamilyRecords makeDemoFamily(const DemoCatalogue& catalogue, const DemoCalendar& calendar,
    qint64 place, qint64 families, quint64 seed)
{
    DemoRandom random(seed, quint64(place) + 1); // stream 0 is the catalogue's
    const FamilyStory story = makeDemoStory(catalogue, calendar, place, families, random);
    FamilyRecords records;
    FamilyScene scene{catalogue, calendar, story, place, families, random, records};
    detail::addPeople(scene);
    detail::addLearning(scene);
    detail::addSales(scene);
    detail::addContacts(scene);
    detail::addPlans(scene);
    detail::describeCustomer(scene);
    return records;
}

} // namespace homeroom
