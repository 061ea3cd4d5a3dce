// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/democatalogue.h"
#include "server/demo/demowords.h"

#include <QSet>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView teamNames[] = {u"启明组", u"远航组", u"星火组"};
constexpr size_t teamCount = std::size(teamNames);
constexpr int tutorsPerTeam = 8;
constexpr qint64 accountCapacity = 4000;
constexpr qint64 oldestUserDay = -95;

/// Adds one person after the other; no two share a name on the screen.
class Staff {
public:
    Staff(DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random)
        : m_catalogue(catalogue), m_calendar(calendar), m_random(random)
    {
    }

    Id<User> add(const QString& name, UserRole role, qsizetype team)
    {
        User user;
        user.createdAt = m_calendar.at(oldestUserDay + m_random.below(20), 10 * 60);
        user.id = Id<User>(m_random.id(user.createdAt));
        user.name = name;
        user.displayName = freshDisplayName();
        user.role = role;
        user.active = true;
        QString teamName;
        if (team >= 0) {
            user.team = m_catalogue.teams[size_t(team)];
            teamName = teamNames[size_t(team)].toString();
        }
        m_catalogue.rows.push_back(toRow(user));
        m_catalogue.users.push_back({user.id, name, demoPassword(m_random), role, teamName});
        return user.id;
    }

    void addKeeper(const QString& name, UserRole role, size_t team, double skill)
    {
        DemoKeeper keeper;
        keeper.id = add(name, role, qsizetype(team));
        keeper.team = m_catalogue.teams[team];
        keeper.role = role;
        keeper.skill = skill;
        m_catalogue.keepers.push_back(keeper);
    }

private:
    QString freshDisplayName()
    {
        QString name;
        do {
            const bool man = m_random.chance(0.25);
            name = demoAdultName(m_random, man ? FamilyRelation::Father : FamilyRelation::Mother);
        } while (m_taken.contains(name));
        m_taken.insert(name);
        return name;
    }

    DemoCatalogue& m_catalogue;
    const DemoCalendar& m_calendar;
    DemoRandom& m_random;
    QSet<QString> m_taken{};
};

void addTeams(DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random)
{
    for (const QStringView name : teamNames) {
        Team team;
        team.id = Id<Team>(random.id(calendar.at(oldestUserDay, 9 * 60)));
        team.name = name.toString();
        team.active = true;
        catalogue.teams.push_back(team.id);
        catalogue.rows.push_back(toRow(team));
    }
}

void addWorkAccounts(DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random)
{
    int number = 0;
    for (DemoKeeper& keeper : catalogue.keepers) {
        WorkAccount account;
        account.id = Id<WorkAccount>(random.id(calendar.at(oldestUserDay + 20, 11 * 60)));
        account.name = u"工作号 %1"_s.arg(++number);
        account.user = keeper.id;
        account.capacity = accountCapacity;
        keeper.account = account.id;
        catalogue.rows.push_back(toRow(account));
    }
}

} // namespace

void detail::addDemoStaff(
    DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random)
{
    addTeams(catalogue, calendar, random);
    Staff staff(catalogue, calendar, random);
    catalogue.tutorCount = teamCount * tutorsPerTeam;
    for (size_t i = 0; i < catalogue.tutorCount; ++i) {
        // From weak to strong inside each team, so that every lead has both.
        const double skill = 0.74 + 0.52 * double(i % tutorsPerTeam) / (tutorsPerTeam - 1);
        staff.addKeeper(u"tutor%1"_s.arg(i + 1, 2, 10, QChar(u'0')), UserRole::Tutor,
            i / tutorsPerTeam, skill + 0.06 * random.real());
    }
    for (size_t team = 0; team < teamCount; ++team)
        staff.addKeeper(u"sales%1"_s.arg(team + 1), UserRole::Sales, team, 1);
    for (size_t team = 0; team < teamCount; ++team)
        catalogue.leads.push_back(
            staff.add(u"lead%1"_s.arg(team + 1), UserRole::Lead, qsizetype(team)));
    staff.add(u"operations"_s, UserRole::Operations, -1);
    staff.add(u"admin"_s, UserRole::Admin, -1);
    addWorkAccounts(catalogue, calendar, random);
}

} // namespace homeroom
