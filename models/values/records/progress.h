// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/description.h"
#include "models/values/records/customer.h"

namespace homeroom {

enum class EnrollmentStatus { Enrolled, Moved, Left, Completed };
template <> struct Words<EnrollmentStatus> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("enrolled"),
        QLatin1StringView("moved"), QLatin1StringView("left"), QLatin1StringView("completed")};
};

enum class Attendance { Unknown, Missed, Replay, Live, Leave };
template <> struct Words<Attendance> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("unknown"),
        QLatin1StringView("missed"), QLatin1StringView("replay"), QLatin1StringView("live"),
        QLatin1StringView("leave")};
};

enum class OrderKind { Trial, Deposit, Full, Renewal, Upgrade };
template <> struct Words<OrderKind> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("trial"),
        QLatin1StringView("deposit"), QLatin1StringView("full"), QLatin1StringView("renewal"),
        QLatin1StringView("upgrade")};
};

/// Opportunity (商机): what a board card is.
struct Opportunity {
    Id<Opportunity> id{};
    Id<Customer> customer{};
    Id<Student> student{};
    Id<Pipeline> pipeline{};
    Id<Stage> stage{};
    QString rank{}; ///< order inside the column, see models/values/rank.h
    qint64 amount = 0;
    Id<Cohort> cohort{};
    QString lostReason{};
    std::optional<Milliseconds> closedAt{};
    Milliseconds stageEnteredAt = 0;

    bool operator==(const Opportunity&) const = default;
};

template <> struct Description<Opportunity> {
    static constexpr RecordKind kind = RecordKind::Opportunity;
    static constexpr const char* name = "opportunity";
    static constexpr RootRule root = RootRule::Customer;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields =
        std::tuple{field("customer", &Opportunity::customer, MergeClass::Guarded),
            field("student", &Opportunity::student, MergeClass::Guarded),
            field("pipeline", &Opportunity::pipeline, MergeClass::Guarded),
            field("stage", &Opportunity::stage, MergeClass::Guarded),
            field("rank", &Opportunity::rank, MergeClass::Soft,
                {FieldVisibility::Everyone, Searchable::No, Told::No}),
            field("amount", &Opportunity::amount, FieldKind::Money, MergeClass::Guarded),
            field("cohort", &Opportunity::cohort, MergeClass::Guarded),
            field("lostReason", &Opportunity::lostReason, MergeClass::Soft),
            field("closedAt", &Opportunity::closedAt, FieldKind::Time, MergeClass::Soft),
            field("stageEnteredAt", &Opportunity::stageEnteredAt, FieldKind::Time, MergeClass::Soft,
                {FieldVisibility::Everyone, Searchable::No, Told::No})};
};

/// Enrollment (报名): one student in one cohort.
struct Enrollment {
    Id<Enrollment> id{};
    Id<Customer> customer{};
    Id<Student> student{};
    Id<Cohort> cohort{};
    Id<Class> classroom{};
    EnrollmentStatus status = EnrollmentStatus::Enrolled;
    bool counted = false; ///< in the denominators; frozen at the cohort's start
    Id<User> tutor{}; ///< at that lock
    Id<Team> team{};
    Milliseconds joinedAt = 0;
    std::optional<Milliseconds> leftAt{};

    bool operator==(const Enrollment&) const = default;
};

template <> struct Description<Enrollment> {
    static constexpr RecordKind kind = RecordKind::Enrollment;
    static constexpr const char* name = "enrollment";
    static constexpr RootRule root = RootRule::Customer;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields =
        std::tuple{field("customer", &Enrollment::customer, MergeClass::Guarded),
            field("student", &Enrollment::student, MergeClass::Guarded),
            field("cohort", &Enrollment::cohort, MergeClass::Guarded),
            field("class", &Enrollment::classroom, MergeClass::Guarded),
            field("status", &Enrollment::status, MergeClass::Guarded),
            field("counted", &Enrollment::counted, MergeClass::Guarded),
            field("tutor", &Enrollment::tutor, MergeClass::Guarded),
            field("team", &Enrollment::team, MergeClass::Guarded),
            field("joinedAt", &Enrollment::joinedAt, FieldKind::Time, MergeClass::Guarded),
            field("leftAt", &Enrollment::leftAt, FieldKind::Time, MergeClass::Guarded)};
};

/// LessonProgress (学情) of one enrollment in one lesson. Missing is not zero.
struct LessonProgress {
    Id<LessonProgress> id{};
    Id<Customer> customer{};
    Id<Enrollment> enrollment{};
    Id<Lesson> lesson{};
    Attendance attended = Attendance::Unknown;
    std::optional<qint64> minutes{};
    bool finished = false;
    std::optional<Milliseconds> homeworkAt{};
    std::optional<Milliseconds> reviewedAt{};
    std::optional<Milliseconds> listenedAt{};
    std::optional<qint64> practiceMinutes{};

    bool operator==(const LessonProgress&) const = default;
};

template <> struct Description<LessonProgress> {
    static constexpr RecordKind kind = RecordKind::LessonProgress;
    static constexpr const char* name = "lessonprogress";
    static constexpr RootRule root = RootRule::Customer;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields =
        std::tuple{field("customer", &LessonProgress::customer, MergeClass::Guarded),
            field("enrollment", &LessonProgress::enrollment, MergeClass::Guarded),
            field("lesson", &LessonProgress::lesson, MergeClass::Guarded),
            field("attended", &LessonProgress::attended, MergeClass::Soft),
            field("minutes", &LessonProgress::minutes, MergeClass::Soft),
            field("finished", &LessonProgress::finished, MergeClass::Soft),
            field("homeworkAt", &LessonProgress::homeworkAt, FieldKind::Time, MergeClass::Soft),
            field("reviewedAt", &LessonProgress::reviewedAt, FieldKind::Time, MergeClass::Soft),
            field("listenedAt", &LessonProgress::listenedAt, FieldKind::Time, MergeClass::Soft),
            field("practiceMinutes", &LessonProgress::practiceMinutes, MergeClass::Soft)};
};

/// Order (订单); amounts in fen.
struct Order {
    Id<Order> id{};
    Id<Customer> customer{};
    Id<Student> student{};
    Id<Product> product{};
    Id<Opportunity> opportunity{};
    OrderKind kind = OrderKind::Trial;
    qint64 amount = 0;
    Milliseconds paidAt = 0;
    std::optional<Milliseconds> refundedAt{};
    std::optional<qint64> refundedAmount{};
    Id<User> creditedOwner{}; ///< owner of the family at payment time

    bool operator==(const Order&) const = default;
};

template <> struct Description<Order> {
    static constexpr RecordKind kind = RecordKind::Order;
    static constexpr const char* name = "order";
    static constexpr RootRule root = RootRule::Customer;
    static constexpr RecordScope scope = RecordScope::Family;
    static constexpr Lifetime lifetime = Lifetime::Editable;
    static constexpr auto fields =
        std::tuple{field("customer", &Order::customer, MergeClass::Guarded),
            field("student", &Order::student, MergeClass::Guarded),
            field("product", &Order::product, MergeClass::Guarded),
            field("opportunity", &Order::opportunity, MergeClass::Guarded),
            field("kind", &Order::kind, MergeClass::Guarded),
            field("amount", &Order::amount, FieldKind::Money, MergeClass::Guarded),
            field("paidAt", &Order::paidAt, FieldKind::Time, MergeClass::Guarded),
            field("refundedAt", &Order::refundedAt, FieldKind::Time, MergeClass::Guarded),
            field("refundedAmount", &Order::refundedAmount, FieldKind::Money, MergeClass::Guarded),
            field("creditedOwner", &Order::creditedOwner, MergeClass::Guarded)};
};

} // namespace homeroom
