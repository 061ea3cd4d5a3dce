// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/chipquery.h"
#include "tests/support/families.h"

#include <QTest>

namespace homeroom::test {

inline const QTimeZone shanghai("Asia/Shanghai");

inline Milliseconds at(const char* local)
{
    QDateTime time =
        QDateTime::fromString(QString::fromLatin1(local), QStringLiteral("yyyy-MM-dd HH:mm"));
    time.setTimeZone(shanghai);
    return time.toMSecsSinceEpoch();
}

inline const Milliseconds now = at("2025-11-25 15:00");

/// A store with a camp of which one lesson unlocked yesterday and one today, both with homework,
/// and one unlocks this evening.
struct Camp {
    Camp()
    {
        Cohort made;
        made.opensOn = QStringLiteral("2025-11-24");
        made.days = 7;
        cohort = families.put(made);
        yesterday = addLesson(at("2025-11-24 19:00"));
        today = addLesson(at("2025-11-25 12:00"));
        addLesson(at("2025-11-25 20:00"));
    }
    Id<Lesson> addLesson(Milliseconds unlocksAt)
    {
        Lesson lesson;
        lesson.cohort = cohort;
        lesson.unlocksAt = unlocksAt;
        lesson.homework = true;
        return families.put(lesson);
    }
    /// A family spoken to an hour ago, a friend, in the group, signed in, with an address.
    Id<Customer> settled(const std::function<void(Customer&)>& with = {})
    {
        return families.add(QStringLiteral("王芳"), {}, [&](Customer& customer) {
            customer.friendState = FriendState::Added;
            customer.groupState = GroupState::In;
            customer.appSignedInAt = now - dayMs;
            customer.address = QStringLiteral("上海");
            customer.lastContactAt = now - hourMs;
            if (with)
                with(customer);
        });
    }
    Id<Enrollment> enroll(const Id<Customer>& family)
    {
        Enrollment enrollment;
        enrollment.customer = family;
        enrollment.cohort = cohort;
        return families.put(enrollment);
    }
    void learn(const Id<Customer>& family, const Id<Enrollment>& enrollment,
        const Id<Lesson>& lesson, Attendance attended, bool finished, bool homework)
    {
        LessonProgress progress;
        progress.customer = family;
        progress.enrollment = enrollment;
        progress.lesson = lesson;
        progress.attended = attended;
        progress.finished = finished;
        if (homework)
            progress.homeworkAt = now - hourMs;
        families.put(progress);
    }
    /// The chips of the family, read both ways.
    ChipMask chipsOf(const Id<Customer>& family)
    {
        const ChipMoment moment{now, shanghai};
        const Result<ChipMasks> all =
            store.reader().read([&](Database& database) { return chipMasks(database, moment); });
        const std::vector<RecordId> one{family};
        const Result<ChipMasks> some = store.reader().read(
            [&](Database& database) { return chipMasksOf(database, moment, one); });
        if (!all.ok() || !some.ok() || all->value(family) != some->value(family)) {
            QTest::qFail("the two readings differ", __FILE__, __LINE__);
            return ~ChipMask(0);
        }
        return all->value(family);
    }

    StoreFixture store{};
    Families families{store};
    Id<Cohort> cohort{};
    Id<Lesson> yesterday{};
    Id<Lesson> today{};
};

inline ChipMask chips(std::initializer_list<FamilyChip> list)
{
    ChipMask mask = 0;
    for (const FamilyChip chip : list)
        mask |= maskOf(chip);
    return mask;
}

} // namespace homeroom::test
