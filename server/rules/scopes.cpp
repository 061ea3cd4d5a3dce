// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/scopes.h"

#include "server/rules/caller.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QSet<ScopeName> scopesOfFamily(const RecordRow& customer)
{
    QSet<ScopeName> scopes{scope::all};
    const RecordId owner = referenceOf(customer, u"owner");
    const RecordId team = referenceOf(customer, u"team");
    if (!owner.isNull())
        scopes.insert(scope::user(owner));
    else if (!team.isNull())
        scopes.insert(scope::pool(team));
    return scopes;
}

QSet<ScopeName> teamOrOwn(const RecordId& team, const RecordId& user)
{
    return {team.isNull() ? scope::own(user) : scope::team(team)};
}

QSet<ScopeName> scopesOfNumbers(const RecordId& user, const RecordId& team)
{
    if (!user.isNull())
        return {scope::all, scope::user(user)};
    return {team.isNull() ? scope::org : scope::team(team)};
}

} // namespace

namespace scope {

ScopeName user(const RecordId& user)
{
    return u"u:"_s + user.toString();
}

ScopeName pool(const RecordId& team)
{
    return u"pool:"_s + team.toString();
}

ScopeName team(const RecordId& team)
{
    return u"team:"_s + team.toString();
}

ScopeName own(const RecordId& user)
{
    return u"own:"_s + user.toString();
}

} // namespace scope

QSet<ScopeName> scopesOfRoot(const RecordRow& root)
{
    switch (root.type().scope) {
    case RecordScope::Family:
        return scopesOfFamily(root);
    case RecordScope::Org:
        return {scope::org};
    case RecordScope::Team:
        return {scope::team(referenceOf(root, u"team"))};
    case RecordScope::User:
        return {scope::own(referenceOf(root, u"user"))};
    case RecordScope::FamilyOrTeam:
        return teamOrOwn(referenceOf(root, u"team"), referenceOf(root, u"assignee"));
    case RecordScope::UserOrTeam:
        return teamOrOwn(referenceOf(root, u"team"), referenceOf(root, u"user"));
    case RecordScope::Numbers:
        return scopesOfNumbers(referenceOf(root, u"user"), referenceOf(root, u"team"));
    }
    return {};
}

QSet<ScopeName> scopesOfMember(
    const User& member, const std::vector<User>& everyone, const std::vector<RecordId>& teams)
{
    if (!member.active)
        return {};
    QSet<ScopeName> scopes{scope::own(member.id), scope::org};
    switch (member.role) {
    case UserRole::Operations:
    case UserRole::Admin:
        scopes.insert(scope::all);
        for (const RecordId& team : teams)
            scopes.insert(scope::team(team));
        return scopes;
    case UserRole::Lead:
        if (!member.team.isNull())
            scopes.insert(scope::pool(member.team));
        for (const User& other : everyone) {
            if (!member.team.isNull() && other.team == member.team)
                scopes.insert(scope::user(other.id));
        }
        [[fallthrough]];
    case UserRole::Tutor:
    case UserRole::Sales:
        scopes.insert(scope::user(member.id));
        if (!member.team.isNull())
            scopes.insert(scope::team(member.team));
        return scopes;
    }
    return scopes;
}

} // namespace homeroom
