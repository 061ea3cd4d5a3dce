// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/cohorttally.h"

#include <algorithm>

namespace homeroom {

namespace {

bool hasHappened(const std::optional<Milliseconds>& at, Milliseconds moment)
{
    return at && *at <= moment;
}

bool holdsOrder(const TallyStudent& student, OrderKind kind, Milliseconds moment)
{
    return std::ranges::any_of(student.orders, [&](const TallyOrder& order) {
        return order.kind == kind && order.paidAt <= moment
            && !hasHappened(order.refundedAt, moment);
    });
}

void addLesson(CohortNumbers& numbers, const TallyLesson& lesson, const TallyProgress& progress,
    Milliseconds moment)
{
    if (lesson.unlocksAt > moment)
        return;
    const qint64 attended = progress.attended ? 1 : 0;
    const qint64 finished = progress.finished ? 1 : 0;
    numbers[Metric::Attendance] += {attended, 1};
    numbers[Metric::Finish] += {finished, 1};
    numbers[Metric::FinishStep] += {finished, attended};
    if (lesson.homework)
        numbers[Metric::Homework] += {hasHappened(progress.homeworkAt, moment) ? 1 : 0, 1};
}

} // namespace

CohortNumbers numbersOf(
    const TallyStudent& student, std::span<const TallyLesson> lessons, const TallyMoment& moment)
{
    CohortNumbers numbers;
    if (!student.counted || student.joinedAt > moment.asOf)
        return numbers;
    const auto one = [&](Metric metric, bool holds) { numbers[metric] = {holds ? 1 : 0, 1}; };
    const Milliseconds until = std::min(moment.asOf, moment.cutOff);
    one(Metric::Friend, hasHappened(student.friendAddedAt, until));
    one(Metric::Group, hasHappened(student.groupJoinedAt, until));
    one(Metric::Deposit, holdsOrder(student, OrderKind::Deposit, moment.asOf));
    one(Metric::Conversion, holdsOrder(student, OrderKind::Full, moment.asOf));
    for (size_t i = 0; i < lessons.size(); ++i) {
        const TallyProgress progress =
            i < student.progress.size() ? student.progress[i] : TallyProgress();
        addLesson(numbers, lessons[i], progress, moment.asOf);
    }
    return numbers;
}

} // namespace homeroom
