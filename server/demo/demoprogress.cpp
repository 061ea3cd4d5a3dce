// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demofamily.h"

namespace homeroom {

namespace {

LessonProgress progressOf(FamilyScene& scene, const LessonStory& story,
    const Id<Enrollment>& enrollment, const Id<Lesson>& lesson)
{
    LessonProgress progress;
    progress.id = Id<LessonProgress>(scene.random.id(story.endedAt));
    progress.customer = scene.records.customer.id;
    progress.enrollment = enrollment;
    progress.lesson = lesson;
    progress.attended = story.attended;
    if (story.isAttended()) {
        progress.minutes = story.minutes;
        progress.practiceMinutes = story.practiceMinutes;
        progress.finished = story.finished;
    }
    progress.homeworkAt = story.homeworkAt;
    progress.reviewedAt = story.reviewedAt;
    progress.listenedAt = story.listenedAt;
    return progress;
}

Enrollment enrollmentIn(FamilyScene& scene, const DemoCohort& cohort, size_t child)
{
    Enrollment enrollment;
    enrollment.joinedAt = scene.story.createdAt;
    enrollment.id = Id<Enrollment>(scene.random.id(enrollment.joinedAt));
    enrollment.customer = scene.records.customer.id;
    enrollment.student = scene.records.students[child].id;
    enrollment.cohort = cohort.id;
    enrollment.classroom = cohort.classes[scene.story.keeperPlace];
    enrollment.counted = true;
    return enrollment;
}

void addMovedFrom(FamilyScene& scene, size_t child)
{
    Enrollment before = enrollmentIn(scene, *scene.story.movedFrom, child);
    // Families are created before 22:21, so that this is still before the first day.
    before.leftAt = before.joinedAt + scene.random.between(30, 95) * minuteMs;
    before.status = EnrollmentStatus::Moved;
    before.counted = false;
    scene.records.enrollments.push_back(before);
}

void addChild(FamilyScene& scene, size_t child)
{
    const ChildStory& story = scene.story.children[child];
    const DemoCohort& cohort = *scene.story.cohort;
    Enrollment enrollment = enrollmentIn(scene, cohort, child);
    if (scene.story.movedFrom)
        enrollment.joinedAt = *scene.records.enrollments.back().leftAt;
    const bool over = cohort.state == CohortState::Closed || cohort.state == CohortState::Frozen;
    enrollment.status = over ? EnrollmentStatus::Completed : EnrollmentStatus::Enrolled;
    if (story.leftAt) {
        enrollment.status = EnrollmentStatus::Left;
        enrollment.leftAt = story.leftAt;
    }
    if (over || cohort.state == CohortState::Running) {
        enrollment.tutor = scene.story.keeper->id;
        enrollment.team = scene.story.keeper->team;
    }
    scene.records.enrollments.push_back(enrollment);
    for (size_t i = 0; i < story.lessons.size(); ++i)
        scene.records.progress.push_back(
            progressOf(scene, story.lessons[i], enrollment.id, cohort.lessons[i]));
}

} // namespace

void detail::addLearning(FamilyScene& scene)
{
    if (!scene.story.cohort)
        return;
    for (size_t child = 0; child < scene.story.children.size(); ++child) {
        if (scene.story.movedFrom)
            addMovedFrom(scene, child);
        addChild(scene, child);
    }
}

} // namespace homeroom
