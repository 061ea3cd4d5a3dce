// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demostory.h"

namespace homeroom {

/// The records of one family.
struct FamilyRecords {
    Customer customer{};
    std::vector<Guardian> guardians{};
    std::vector<Student> students{}; ///< those of the story's children first
    std::vector<QString> nicknames{}; ///< of the students
    std::vector<Opportunity> opportunities{};
    std::vector<FollowUp> followUps{}; ///< oldest first
    std::vector<Task> tasks{};
    std::vector<Enrollment> enrollments{};
    std::vector<LessonProgress> progress{};
    std::vector<Order> orders{};

    /// Parents first.
    template <typename Sink> void write(const Sink& sink) const
    {
        sink(toRow(customer));
        const auto all = [&](const auto& records) {
            for (const auto& record : records)
                sink(toRow(record));
        };
        all(guardians);
        all(students);
        all(opportunities);
        all(followUps);
        all(tasks);
        all(enrollments);
        all(progress);
        all(orders);
    }
};

/// What the functions that write a family down share.
struct FamilyScene {
    const DemoCatalogue& catalogue;
    const DemoCalendar& calendar;
    const FamilyStory& story;
    qint64 place = 0; ///< of the family among all
    qint64 families = 0;
    DemoRandom& random;
    FamilyRecords& records;

    /// A rank key that no other card of the demo has; newer families stand higher.
    QString rank(size_t child) const;
};

FamilyRecords makeDemoFamily(const DemoCatalogue& catalogue, const DemoCalendar& calendar,
    qint64 place, qint64 families, quint64 seed);

namespace detail {
void addPeople(FamilyScene& scene);
void addLearning(FamilyScene& scene);
void addSales(FamilyScene& scene);
void addContacts(FamilyScene& scene);
void addPlans(FamilyScene& scene);
void describeCustomer(FamilyScene& scene);
} // namespace detail

} // namespace homeroom
