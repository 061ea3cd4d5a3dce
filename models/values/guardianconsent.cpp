// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/guardianconsent.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Children of grade 7 turn 13 in the school year, a few of them 14 at its end.
constexpr qint64 highestGradeUnder14 = 7;

} // namespace

bool needsGuardianConsent(const Student& student, const QDate& today)
{
    const QDate born = QDate::fromString(student.birthMonth, u"yyyy-MM"_s);
    if (born.isValid())
        return today < born.addYears(ageOfOwnConsent).addMonths(1);
    return student.grade && *student.grade <= highestGradeUnder14;
}

bool lacksGuardianConsent(const Student& student, const QDate& today)
{
    return !student.guardianConsent && needsGuardianConsent(student, today);
}

bool lacksConsentAfter(RecordRow student, const FieldChanges& changes, const QDate& today)
{
    const auto concerns = [](const std::pair<int, FieldValue>& change) {
        return change.first == fieldIndexOf(&Student::birthMonth)
            || change.first == fieldIndexOf(&Student::grade)
            || change.first == fieldIndexOf(&Student::guardianConsent);
    };
    if (std::none_of(changes.begin(), changes.end(), concerns))
        return false;
    for (const auto& [index, value] : changes)
        student.values[size_t(index)] = value;
    return lacksGuardianConsent(fromRow<Student>(student), today);
}

} // namespace homeroom
