// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordrow.h"
#include "models/values/records/records.h"
#include "server/demo/democalendar.h"
#include "server/demo/demorandom.h"

#include <array>
#include <vector>

namespace homeroom {

/// A sign-in of the demo; the password in clear, for the line that `homeroom-server demo` prints.
struct DemoUser {
    Id<User> id{};
    QString name{};
    QString password{};
    UserRole role = UserRole::Tutor;
    QString team{}; ///< name of the team; empty without one
};

constexpr size_t demoLessonCount = 7;

/// Columns of the trial pipeline in its order.
enum class TrialStage { New, Friend, Group, Learning, Intent, Deposit, Paid, Lost };
/// Columns of the full-course pipeline in its order.
enum class CourseStage { HandOver, Started, Studying, Upgrade, Upgraded, Quit };
/// Columns of the renewal pipeline in its order.
enum class RenewalStage { Window, Talking, Deposit, Renewed, Lost };

enum class DemoTag {
    HighIntention,
    PriceSensitive,
    Homework,
    Absent,
    TwoChildren,
    Grandparents,
    Referral,
    ExamSoon,
    ComparesOthers,
    RefundRisk,
    Count
};

enum class DemoProduct { Trial, Deposit, Full, Renewal, Upgrade, Count };

/// Somebody who keeps families, and how well: 1 is average.
struct DemoKeeper {
    Id<User> id{};
    Id<Team> team{};
    Id<WorkAccount> account{};
    UserRole role = UserRole::Tutor;
    double skill = 1;
};

struct DemoChannel {
    Id<Channel> id{};
    QString campaign{};
    double weight = 1;
    double quality = 0; ///< added to a family's eagerness
    std::array<double, 4> tiers{}; ///< weights of D, C, B, A
    bool referral = false;
};

struct DemoCohort {
    Id<Cohort> id{};
    qint64 opensOn = 0; ///< day of the calendar on which D1 is
    double share = 0; ///< of all families
    CohortState state = CohortState::Planned;
    std::array<Id<Lesson>, demoLessonCount> lessons{};
    std::vector<Id<Class>> classes{}; ///< by the tutor's place in `keepers`

    /// D1 is 1, the day before D0.
    qint64 cohortDay(qint64 day) const { return day - opensOn + 1; }
    /// The calendar's day of a cohort day.
    qint64 dayOf(qint64 cohortDay) const { return opensOn + cohortDay - 1; }
};

struct DemoPipeline {
    Id<Pipeline> id{};
    std::vector<Id<Stage>> stages{}; ///< in the order of the enum above

    template <typename Stages> const Id<Stage>& stage(Stages at) const
    {
        return stages[size_t(at)];
    }
};

/// Everything that exists before the first family, and what families are drawn from.
struct DemoCatalogue {
    std::vector<DemoUser> users{};
    std::vector<DemoKeeper> keepers{}; ///< tutors first, then sales
    size_t tutorCount = 0;
    std::vector<Id<User>> leads{}; ///< one a team, in the order of `teams`
    std::vector<Id<Team>> teams{};
    std::vector<DemoChannel> channels{};
    std::array<Id<Product>, size_t(DemoProduct::Count)> products{};
    std::vector<DemoCohort> cohorts{}; ///< oldest first
    DemoPipeline trial{};
    DemoPipeline course{};
    DemoPipeline renewal{};
    std::array<Id<Tag>, size_t(DemoTag::Count)> tags{};
    std::vector<RecordRow> rows{}; ///< parents first

    const Id<Product>& product(DemoProduct which) const { return products[size_t(which)]; }
    QString tag(DemoTag which) const { return tags[size_t(which)].toString(); }
};

/// The minute of the day at which lessons begin, and how long they last.
constexpr qint64 demoLessonMinute = 19 * 60 + 30;
constexpr qint64 demoLessonLength = 70;
constexpr qint64 demoConversionDay = 5;
/// Results freeze so many days after the close.
constexpr qint64 demoFreezeDays = 10;

constexpr qint64 demoTrialPrice = 990;
constexpr qint64 demoFullPrice = 299'000;
constexpr qint64 demoDepositPrice = 20'000;
constexpr qint64 demoRenewalPrice = 268'000;
constexpr qint64 demoUpgradePrice = 120'000;

DemoCatalogue makeDemoCatalogue(const DemoCalendar& calendar, quint64 seed);

namespace detail {
void addDemoStaff(DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random);
void addDemoCohorts(DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random);
void addDemoPipelines(DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random);
void addDemoFields(DemoCatalogue& catalogue, const DemoCalendar& calendar, DemoRandom& random);
void addDemoWorkCalendar(DemoCatalogue& catalogue);
} // namespace detail

} // namespace homeroom
