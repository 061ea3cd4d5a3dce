-- SPDX-License-Identifier: GPL-3.0-or-later
-- The numbers of a cohort are read from its enrolments, and its days looked up.
CREATE INDEX i_enrollment_cohort ON r_enrollment ("cohort") WHERE deleted = 0;
CREATE INDEX i_cohortday_cohort ON r_cohortday ("cohort") WHERE deleted = 0;
CREATE INDEX i_workcalendar_deleted ON r_workcalendar (seq) WHERE deleted = 1;
CREATE INDEX i_cohortday_deleted ON r_cohortday (seq) WHERE deleted = 1;
