-- SPDX-License-Identifier: GPL-3.0-or-later
-- Commands on families, the purge, and a tighter audit. Frozen: later changes are files of their
-- own.

-- Families that a tutor or sales may keep by claiming from the pool.
ALTER TABLE org ADD COLUMN claimCap INTEGER NOT NULL DEFAULT 500;

-- What a merge of two families left behind: edits of the loser go to the winner. "made" is what the
-- winner took over, so that it can be given back: {"field": {"before", "after"}}.
CREATE TABLE redirect (
    loser BLOB PRIMARY KEY NOT NULL,
    winner BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    guardian BLOB,
    made TEXT NOT NULL
) WITHOUT ROWID;

-- Children of a loser that live in the winner, those included that were made for it afterwards.
CREATE TABLE redirect_child (
    loser BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (loser, id)
) WITHOUT ROWID;

-- Now and then: everything up to seq was written before "at". The purge goes by it.
CREATE TABLE seq_time (
    at INTEGER PRIMARY KEY NOT NULL,
    seq INTEGER NOT NULL
);

ALTER TABLE outcome ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
UPDATE outcome SET at = CAST(strftime('%s', 'now') AS INTEGER) * 1000;
CREATE INDEX i_outcome_at ON outcome (at);

CREATE INDEX i_root_scope_exited ON root_scope (exitedAt) WHERE exit IS NOT NULL;
CREATE INDEX i_customer_pool ON r_customer ("team") WHERE "owner" IS NULL AND deleted = 0;

-- INSERT OR REPLACE deletes without asking the delete trigger.
CREATE TRIGGER t_audit_insert BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE number = NEW.number)
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;

CREATE INDEX i_team_deleted ON r_team (seq) WHERE deleted = 1;
CREATE INDEX i_user_deleted ON r_user (seq) WHERE deleted = 1;
CREATE INDEX i_workaccount_deleted ON r_workaccount (seq) WHERE deleted = 1;
CREATE INDEX i_channel_deleted ON r_channel (seq) WHERE deleted = 1;
CREATE INDEX i_product_deleted ON r_product (seq) WHERE deleted = 1;
CREATE INDEX i_cohort_deleted ON r_cohort (seq) WHERE deleted = 1;
CREATE INDEX i_class_deleted ON r_class (seq) WHERE deleted = 1;
CREATE INDEX i_lesson_deleted ON r_lesson (seq) WHERE deleted = 1;
CREATE INDEX i_pipeline_deleted ON r_pipeline (seq) WHERE deleted = 1;
CREATE INDEX i_stage_deleted ON r_stage (seq) WHERE deleted = 1;
CREATE INDEX i_tag_deleted ON r_tag (seq) WHERE deleted = 1;
CREATE INDEX i_customfield_deleted ON r_customfield (seq) WHERE deleted = 1;
CREATE INDEX i_savedview_deleted ON r_savedview (seq) WHERE deleted = 1;
CREATE INDEX i_customer_deleted ON r_customer (seq) WHERE deleted = 1;
CREATE INDEX i_guardian_deleted ON r_guardian (seq) WHERE deleted = 1;
CREATE INDEX i_student_deleted ON r_student (seq) WHERE deleted = 1;
CREATE INDEX i_opportunity_deleted ON r_opportunity (seq) WHERE deleted = 1;
CREATE INDEX i_followup_deleted ON r_followup (seq) WHERE deleted = 1;
CREATE INDEX i_task_deleted ON r_task (seq) WHERE deleted = 1;
CREATE INDEX i_enrollment_deleted ON r_enrollment (seq) WHERE deleted = 1;
CREATE INDEX i_lessonprogress_deleted ON r_lessonprogress (seq) WHERE deleted = 1;
CREATE INDEX i_order_deleted ON r_order (seq) WHERE deleted = 1;
CREATE INDEX i_conflict_deleted ON r_conflict (seq) WHERE deleted = 1;
