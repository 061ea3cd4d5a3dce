-- SPDX-License-Identifier: GPL-3.0-or-later
-- The numbers of a cohort are read from these alone. In the tables the rows of ten thousand students
-- lie on as many pages, and each page is decrypted.
CREATE INDEX enrollment_cohort ON r_enrollment (cohort, tutor, team, root, id, student, "joinedAt")
    WHERE deleted = 0 AND counted = 1;
CREATE INDEX customer_preparation ON r_customer (id, "friendAddedAt", "groupJoinedAt")
    WHERE deleted = 0;
CREATE INDEX lessonprogress_lesson
    ON r_lessonprogress (lesson, enrollment, attended, finished, "homeworkAt") WHERE deleted = 0;
CREATE INDEX order_sale ON r_order (root) WHERE deleted = 0 AND kind IN ('deposit', 'full');
