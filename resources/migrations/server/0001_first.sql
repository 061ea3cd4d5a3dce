-- SPDX-License-Identifier: GPL-3.0-or-later
-- The server's tables (sync.md section 2). Frozen: later changes are files of their own.

CREATE TABLE org (
    id BLOB PRIMARY KEY NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    timeZone TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE secret (
    name TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- "exit" is set once, touch is only raised; nothing else here ever changes.
CREATE TABLE root_scope (
    scope TEXT NOT NULL,
    root BLOB NOT NULL,
    kind TEXT NOT NULL,
    enter INTEGER NOT NULL,
    exit INTEGER,
    touch INTEGER NOT NULL,
    exitedAt INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (scope, root, enter)
) WITHOUT ROWID;
CREATE INDEX i_root_scope_touch ON root_scope (scope, touch);
CREATE INDEX i_root_scope_exit ON root_scope (scope, exit);
CREATE INDEX i_root_scope_root ON root_scope (root);
CREATE UNIQUE INDEX i_root_scope_open ON root_scope (scope, root) WHERE exit IS NULL;

CREATE TABLE member (
    viewer BLOB NOT NULL,
    scope TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER,
    endedAt INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (viewer, scope, since)
) WITHOUT ROWID;
CREATE INDEX i_member_scope ON member (scope);
CREATE UNIQUE INDEX i_member_open ON member (viewer, scope) WHERE until IS NULL;

CREATE TABLE device (
    client BLOB PRIMARY KEY NOT NULL,
    user BLOB NOT NULL,
    lastMid INTEGER NOT NULL,
    chain TEXT NOT NULL,
    lastSeen INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE outcome (
    client BLOB NOT NULL,
    mid INTEGER NOT NULL,
    json TEXT NOT NULL,
    chain TEXT NOT NULL,
    PRIMARY KEY (client, mid)
) WITHOUT ROWID;

CREATE TABLE incarnation (
    id BLOB PRIMARY KEY NOT NULL,
    generation INTEGER NOT NULL,
    firstSeq INTEGER NOT NULL,
    lastSeq INTEGER
) WITHOUT ROWID;

CREATE TABLE account (
    user BLOB PRIMARY KEY NOT NULL,
    passwordHash BLOB NOT NULL,
    deactivatedAt INTEGER
) WITHOUT ROWID;

CREATE TABLE access_token (
    hash BLOB PRIMARY KEY NOT NULL,
    user BLOB NOT NULL,
    device BLOB NOT NULL,
    refreshHash BLOB NOT NULL,
    expiresAt INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX i_access_token_refresh ON access_token (refreshHash);

CREATE TABLE refresh_token (
    hash BLOB PRIMARY KEY NOT NULL,
    parent BLOB NOT NULL,
    family BLOB NOT NULL,
    user BLOB NOT NULL,
    device BLOB NOT NULL,
    expiresAt INTEGER NOT NULL,
    used INTEGER NOT NULL,
    dead INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX i_refresh_token_parent ON refresh_token (parent);
CREATE INDEX i_refresh_token_family ON refresh_token (family);
CREATE INDEX i_refresh_token_user ON refresh_token (user);

CREATE TABLE idempotent (
    user BLOB NOT NULL,
    name TEXT NOT NULL,
    requestHash BLOB NOT NULL,
    response BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (user, name)
) WITHOUT ROWID;
CREATE INDEX i_idempotent_at ON idempotent (at);

-- Keyed hashes of phones: duplicates are found without comparing numbers.
CREATE TABLE phone (
    customer BLOB PRIMARY KEY NOT NULL,
    hash BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX i_phone_hash ON phone (hash);

-- Append-only; each hash covers the one before.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    user BLOB,
    device BLOB,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash BLOB NOT NULL
);
CREATE TRIGGER t_audit_update BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;
CREATE TRIGGER t_audit_delete BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit is append-only');
END;

CREATE TABLE r_team (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "active" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_team_root ON r_team (root, seq);

CREATE TABLE r_user (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "displayName" TEXT,
    "role" TEXT,
    "team" BLOB,
    "active" INTEGER,
    "createdAt" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_user_root ON r_user (root, seq);

CREATE TABLE r_workaccount (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "user" BLOB,
    "capacity" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_workaccount_root ON r_workaccount (root, seq);

CREATE TABLE r_channel (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "aliases" TEXT,
    "active" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_channel_root ON r_channel (root, seq);

CREATE TABLE r_product (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "kind" TEXT,
    "price" INTEGER,
    "active" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_product_root ON r_product (root, seq);

CREATE TABLE r_cohort (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "product" BLOB,
    "opensOn" TEXT,
    "days" INTEGER,
    "conversionDay" INTEGER,
    "capacity" INTEGER,
    "state" TEXT,
    "subject" TEXT,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_cohort_root ON r_cohort (root, seq);

CREATE TABLE r_class (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "cohort" BLOB,
    "tutor" BLOB,
    "groupName" TEXT,
    "capacity" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_class_root ON r_class (root, seq);

CREATE TABLE r_lesson (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "cohort" BLOB,
    "cohortDay" INTEGER,
    "unlocksAt" INTEGER,
    "homework" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_lesson_root ON r_lesson (root, seq);

CREATE TABLE r_pipeline (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "rank" TEXT,
    "isDefault" INTEGER,
    "active" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_pipeline_root ON r_pipeline (root, seq);

CREATE TABLE r_stage (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "key" TEXT,
    "pipeline" BLOB,
    "rank" TEXT,
    "role" TEXT,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_stage_root ON r_stage (root, seq);

CREATE TABLE r_tag (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "groupName" TEXT,
    "color" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_tag_root ON r_tag (root, seq);

CREATE TABLE r_customfield (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "key" TEXT,
    "kind" TEXT,
    "choices" TEXT,
    "rank" TEXT,
    "active" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_customfield_root ON r_customfield (root, seq);

CREATE TABLE r_savedview (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "user" BLOB,
    "team" BLOB,
    "page" TEXT,
    "definition" TEXT,
    "rank" TEXT,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_savedview_root ON r_savedview (root, seq);

CREATE TABLE r_customer (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "phone" TEXT,
    "wechatId" TEXT,
    "wechatNick" TEXT,
    "relation" TEXT,
    "city" TEXT,
    "channel" BLOB,
    "campaign" TEXT,
    "referrer" TEXT,
    "externalId" TEXT,
    "sourceText" TEXT,
    "owner" BLOB,
    "team" BLOB,
    "tier" TEXT,
    "tierReason" TEXT,
    "intention" TEXT,
    "score" INTEGER,
    "friendState" TEXT,
    "friendRequestedAt" INTEGER,
    "friendAddedAt" INTEGER,
    "workAccount" BLOB,
    "groupState" TEXT,
    "groupJoinedAt" INTEGER,
    "appSignedInAt" INTEGER,
    "address" TEXT,
    "kitState" TEXT,
    "nextStep" TEXT,
    "nextStepAt" INTEGER,
    "lastContactAt" INTEGER,
    "tags" TEXT,
    "consent" INTEGER,
    "doNotDisturb" INTEGER,
    "lifecycle" TEXT,
    "remark" TEXT,
    "custom" TEXT,
    "createdAt" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_customer_root ON r_customer (root, seq);

CREATE TABLE r_guardian (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "name" TEXT,
    "relation" TEXT,
    "phone" TEXT,
    "wechatId" TEXT,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_guardian_root ON r_guardian (root, seq);

CREATE TABLE r_student (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "name" TEXT,
    "birthMonth" TEXT,
    "grade" INTEGER,
    "school" TEXT,
    "level" TEXT,
    "device" TEXT,
    "guardianConsent" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_student_root ON r_student (root, seq);

CREATE TABLE r_opportunity (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "student" BLOB,
    "pipeline" BLOB,
    "stage" BLOB,
    "rank" TEXT,
    "amount" INTEGER,
    "cohort" BLOB,
    "lostReason" TEXT,
    "closedAt" INTEGER,
    "stageEnteredAt" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_opportunity_root ON r_opportunity (root, seq);

CREATE TABLE r_followup (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "kind" TEXT,
    "result" TEXT,
    "text" TEXT,
    "nextStep" TEXT,
    "nextAt" INTEGER,
    "duration" INTEGER,
    "author" BLOB,
    "cohortDay" INTEGER,
    "happenedAt" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_followup_root ON r_followup (root, seq);

CREATE TABLE r_task (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "team" BLOB,
    "assignee" BLOB,
    "text" TEXT,
    "dueAt" INTEGER,
    "rule" TEXT,
    "state" TEXT,
    "reason" TEXT,
    "doneAt" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_task_root ON r_task (root, seq);

CREATE TABLE r_enrollment (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "student" BLOB,
    "cohort" BLOB,
    "class" BLOB,
    "status" TEXT,
    "counted" INTEGER,
    "tutor" BLOB,
    "team" BLOB,
    "joinedAt" INTEGER,
    "leftAt" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_enrollment_root ON r_enrollment (root, seq);

CREATE TABLE r_lessonprogress (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "enrollment" BLOB,
    "lesson" BLOB,
    "attended" TEXT,
    "minutes" INTEGER,
    "finished" INTEGER,
    "homeworkAt" INTEGER,
    "reviewedAt" INTEGER,
    "listenedAt" INTEGER,
    "practiceMinutes" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_lessonprogress_root ON r_lessonprogress (root, seq);

CREATE TABLE r_order (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "student" BLOB,
    "product" BLOB,
    "opportunity" BLOB,
    "kind" TEXT,
    "amount" INTEGER,
    "paidAt" INTEGER,
    "refundedAt" INTEGER,
    "refundedAmount" INTEGER,
    "creditedOwner" BLOB,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_order_root ON r_order (root, seq);

CREATE TABLE r_conflict (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "kind" TEXT,
    "record" TEXT,
    "fieldName" TEXT,
    "values" TEXT,
    "author" BLOB,
    "at" INTEGER,
    "resolved" INTEGER,
    "resolution" TEXT,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_conflict_root ON r_conflict (root, seq);

CREATE INDEX i_user_name ON r_user ("name");
