// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/description.h"

namespace homeroom {

/// What a user may do; the table of rights is in models/values/rights.h.
enum class UserRole { Tutor, Sales, Lead, Operations, Admin };
template <> struct Words<UserRole> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("tutor"),
        QLatin1StringView("sales"), QLatin1StringView("lead"), QLatin1StringView("operations"),
        QLatin1StringView("admin")};
};

/// Team of tutors under one lead.
struct Team {
    Id<Team> id{};
    QString name{};
    bool active = false;

    bool operator==(const Team&) const = default;
};

template <> struct Description<Team> {
    static constexpr RecordKind kind = RecordKind::Team;
    static constexpr const char* name = "team";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &Team::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("active", &Team::active, MergeClass::Guarded)};
};

/// User (sign-in name, role, team). Passwords never travel as records.
struct User {
    Id<User> id{};
    QString name{}; ///< sign-in name, unique in the organisation
    QString displayName{};
    UserRole role = UserRole::Tutor;
    Id<Team> team{};
    bool active = false;
    Milliseconds createdAt = 0;

    bool operator==(const User&) const = default;
};

template <> struct Description<User> {
    static constexpr RecordKind kind = RecordKind::User;
    static constexpr const char* name = "user";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &User::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("displayName", &User::displayName, MergeClass::Guarded,
            {FieldVisibility::Everyone, Searchable::Yes}),
        field("role", &User::role, MergeClass::Guarded),
        field("team", &User::team, MergeClass::Guarded),
        field("active", &User::active, MergeClass::Guarded),
        field("createdAt", &User::createdAt, FieldKind::Time, MergeClass::Guarded)};
};

/// Messenger account of the company that a tutor works with (工作号).
struct WorkAccount {
    Id<WorkAccount> id{};
    QString name{};
    Id<User> user{};
    std::optional<qint64> capacity{};

    bool operator==(const WorkAccount&) const = default;
};

template <> struct Description<WorkAccount> {
    static constexpr RecordKind kind = RecordKind::WorkAccount;
    static constexpr const char* name = "workaccount";
    static constexpr RootRule root = RootRule::Self;
    static constexpr RecordScope scope = RecordScope::Org;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields = std::tuple{field("name", &WorkAccount::name, MergeClass::Guarded,
                                                  {FieldVisibility::Everyone, Searchable::Yes}),
        field("user", &WorkAccount::user, MergeClass::Guarded),
        field("capacity", &WorkAccount::capacity, MergeClass::Soft)};
};

} // namespace homeroom
