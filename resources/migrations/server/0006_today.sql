-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tasks that come again, wait and say who gave them; working hours; the numbers of cohorts.
ALTER TABLE r_task ADD COLUMN "author" BLOB;
ALTER TABLE r_task ADD COLUMN "repeat" TEXT;
ALTER TABLE r_task ADD COLUMN "snoozedUntil" INTEGER;

CREATE TABLE r_workcalendar (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "opensAt" INTEGER,
    "closesAt" INTEGER,
    "daysOff" TEXT,
    "holidays" TEXT,
    "extraWorkdays" TEXT,
    "active" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_workcalendar_root ON r_workcalendar (root, seq);

CREATE TABLE r_cohortday (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "cohort" BLOB,
    "user" BLOB,
    "team" BLOB,
    "day" INTEGER,
    "numbers" TEXT,
    "asOf" INTEGER,
    "frozen" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_cohortday_root ON r_cohortday (root, seq);
