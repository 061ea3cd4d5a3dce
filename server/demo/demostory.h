// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/democatalogue.h"

namespace homeroom {

/// What one child did in one lesson that has ended.
struct LessonStory {
    Attendance attended = Attendance::Missed;
    Milliseconds endedAt = 0; ///< of the live lesson
    std::optional<Milliseconds> watchedAt{}; ///< end of the live lesson or of the replay
    qint64 minutes = 0;
    qint64 practiceMinutes = 0;
    bool finished = false;
    std::optional<Milliseconds> homeworkAt{};
    std::optional<Milliseconds> reviewedAt{};
    std::optional<Milliseconds> listenedAt{};

    bool isAttended() const { return watchedAt.has_value(); }
};

/// One child from enrolment to purchase or loss. No time in it lies in the future.
struct ChildStory {
    std::vector<LessonStory> lessons{}; ///< of the lessons that have ended while the child stayed
    std::optional<Milliseconds> leftAt{}; ///< left the cohort
    std::optional<Milliseconds> intentAt{};
    std::optional<Milliseconds> depositAt{};
    std::optional<Milliseconds> depositRefundedAt{};
    std::optional<Milliseconds> paidAt{};
    std::optional<Milliseconds> refundedAt{};
    std::optional<Milliseconds> lostAt{};
    QString lostReason{};
    TrialStage stage = TrialStage::New;
    Milliseconds stageEnteredAt = 0;

    qint64 attendedCount() const;
    qint64 finishedCount() const;
    qint64 homeworkCount() const;
    std::optional<Milliseconds> firstWatchedAt() const;
};

/// One family from the lead on; children are those in the trial camp.
struct FamilyStory {
    const DemoKeeper* keeper = nullptr;
    size_t keeperPlace = 0; ///< in DemoCatalogue::keepers
    const DemoChannel* channel = nullptr;
    const DemoCohort* cohort = nullptr; ///< none: a lead that has not bought the camp
    const DemoCohort* movedFrom = nullptr; ///< 调期: bought that camp, moved before it began
    Tier tier = Tier::D;
    double eagerness = 0; ///< 0 to 1: what everything this family does depends on
    bool wrongNumber = false;
    Milliseconds createdAt = 0;
    std::optional<Milliseconds> requestedAt{};
    std::optional<Milliseconds> addedAt{};
    std::optional<Milliseconds> groupAt{};
    std::optional<Milliseconds> signedInAt{};
    std::vector<ChildStory> children{};

    /// The child that is furthest; the family's own state follows it.
    const ChildStory& leading() const;
};

/// Families before this place in the list are in a cohort; the rest are leads.
FamilyStory makeDemoStory(const DemoCatalogue& catalogue, const DemoCalendar& calendar,
    qint64 place, qint64 families, DemoRandom& random);

namespace detail {
void learn(
    ChildStory& child, const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random);
void decide(
    ChildStory& child, const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random);
} // namespace detail

} // namespace homeroom
