-- SPDX-License-Identifier: GPL-3.0-or-later
-- Records of the client. Column names are the wire names of the fields.
CREATE TABLE r_team (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "active" INTEGER
);
CREATE TABLE r_user (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "displayName" TEXT,
    "role" TEXT,
    "team" BLOB,
    "active" INTEGER,
    "createdAt" INTEGER
);
CREATE TABLE r_workaccount (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "user" BLOB,
    "capacity" INTEGER
);
CREATE TABLE r_channel (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "aliases" TEXT,
    "active" INTEGER
);
CREATE TABLE r_product (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "kind" TEXT,
    "price" INTEGER,
    "active" INTEGER
);
CREATE TABLE r_cohort (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "product" BLOB,
    "opensOn" TEXT,
    "days" INTEGER,
    "conversionDay" INTEGER,
    "capacity" INTEGER,
    "state" TEXT,
    "subject" TEXT
);
CREATE TABLE r_class (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "cohort" BLOB,
    "tutor" BLOB,
    "groupName" TEXT,
    "capacity" INTEGER
);
CREATE TABLE r_lesson (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "cohort" BLOB,
    "cohortDay" INTEGER,
    "unlocksAt" INTEGER,
    "homework" INTEGER
);
CREATE TABLE r_pipeline (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "rank" TEXT,
    "isDefault" INTEGER,
    "active" INTEGER
);
CREATE TABLE r_stage (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "key" TEXT,
    "pipeline" BLOB,
    "rank" TEXT,
    "role" TEXT
);
CREATE TABLE r_tag (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "groupName" TEXT,
    "color" INTEGER
);
CREATE TABLE r_customfield (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "key" TEXT,
    "kind" TEXT,
    "choices" TEXT,
    "rank" TEXT,
    "active" INTEGER
);
CREATE TABLE r_savedview (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "user" BLOB,
    "team" BLOB,
    "page" TEXT,
    "definition" TEXT,
    "rank" TEXT
);
CREATE TABLE r_customer (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
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
    "createdAt" INTEGER
);
CREATE TABLE r_guardian (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "name" TEXT,
    "relation" TEXT,
    "phone" TEXT,
    "wechatId" TEXT
);
CREATE TABLE r_student (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "name" TEXT,
    "birthMonth" TEXT,
    "grade" INTEGER,
    "school" TEXT,
    "level" TEXT,
    "device" TEXT,
    "guardianConsent" INTEGER
);
CREATE TABLE r_opportunity (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
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
    "stageEnteredAt" INTEGER
);
CREATE TABLE r_followup (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
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
    "happenedAt" INTEGER
);
CREATE TABLE r_task (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
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
    "doneAt" INTEGER
);
CREATE TABLE r_enrollment (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
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
    "leftAt" INTEGER
);
CREATE TABLE r_lessonprogress (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
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
    "practiceMinutes" INTEGER
);
CREATE TABLE r_order (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
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
    "creditedOwner" BLOB
);
CREATE TABLE r_conflict (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
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
    "resolution" TEXT
);

CREATE INDEX customer_phone ON r_customer (phone) WHERE phone IS NOT NULL;
CREATE INDEX customer_external ON r_customer ("externalId") WHERE "externalId" IS NOT NULL;
CREATE INDEX guardian_root ON r_guardian (root);
CREATE INDEX student_root ON r_student (root);
CREATE INDEX opportunity_root ON r_opportunity (root);
-- All that a board needs before it paints cards: one scan of this index, no table access.
CREATE INDEX opportunity_board ON r_opportunity (pipeline, stage, rank, id, customer, amount)
    WHERE deleted = 0;
CREATE INDEX followup_root ON r_followup (root, "happenedAt");
CREATE INDEX task_root ON r_task (root);
CREATE INDEX task_due ON r_task ("dueAt") WHERE state = 'open' AND deleted = 0;
CREATE INDEX enrollment_root ON r_enrollment (root);
CREATE INDEX lessonprogress_root ON r_lessonprogress (root);
CREATE INDEX order_root ON r_order (root);
CREATE INDEX conflict_root ON r_conflict (root);
CREATE INDEX conflict_open ON r_conflict (resolved) WHERE resolved = 0 AND deleted = 0;

-- Small facts of this profile: device, cursor, viewer, clock offset.
CREATE TABLE client_state (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT
) WITHOUT ROWID;

-- Edits that the server has not taken in, or whose echo has not come back yet.
CREATE TABLE outbox (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    mid INTEGER UNIQUE,
    grp INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'queued',
    type TEXT NOT NULL,
    id BLOB NOT NULL,
    root BLOB NOT NULL,
    mutation TEXT NOT NULL,
    chain TEXT,
    acked_generation INTEGER,
    acked_seq INTEGER,
    outcome TEXT
);
CREATE INDEX outbox_record ON outbox (type, id);
CREATE INDEX outbox_root ON outbox (root);
CREATE INDEX outbox_state ON outbox (state, n);

-- The server's version of rows that have edits in the outbox.
CREATE TABLE base_row (
    type TEXT NOT NULL,
    id BLOB NOT NULL,
    root BLOB NOT NULL,
    row TEXT NOT NULL,
    PRIMARY KEY (type, id)
) WITHOUT ROWID;
CREATE INDEX base_row_root ON base_row (root);

-- What this device did, newest last; undone entries can be redone until the next edit.
CREATE TABLE undo_entry (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    at INTEGER NOT NULL,
    batch BLOB UNIQUE,
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE undo_change (
    entry INTEGER NOT NULL REFERENCES undo_entry (n) ON DELETE CASCADE,
    k INTEGER NOT NULL,
    root BLOB NOT NULL,
    forward TEXT NOT NULL,
    inverse TEXT NOT NULL,
    PRIMARY KEY (entry, k)
) WITHOUT ROWID;
CREATE INDEX undo_change_root ON undo_change (root);
