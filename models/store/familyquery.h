// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"

namespace homeroom {

/// One family as the panel shows it.
struct Family {
    Customer customer{};
    std::vector<Guardian> guardians{};
    std::vector<Student> students{};
    std::vector<Opportunity> opportunities{}; ///< newest first
    std::vector<Enrollment> enrollments{}; ///< newest first
    std::vector<LessonProgress> progress{};
    std::vector<Order> orders{}; ///< newest first
    RecordId team{}; ///< that rights on the family go by
    bool waiting = false; ///< has changes that the server has not answered
    bool conflict = false;
};

/// The living family, or nothing when it is gone; about 1 ms. Call inside Database::read; SQL
/// errors throw.
std::optional<Family> readFamily(Database& database, const RecordId& customer);

} // namespace homeroom
