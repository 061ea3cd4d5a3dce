-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tasks that come again, wait and say who gave them; working hours; the numbers of cohorts.
ALTER TABLE r_task ADD COLUMN "author" BLOB;
ALTER TABLE r_task ADD COLUMN "repeat" TEXT;
ALTER TABLE r_task ADD COLUMN "snoozedUntil" INTEGER;

CREATE TABLE r_workcalendar (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "name" TEXT,
    "opensAt" INTEGER,
    "closesAt" INTEGER,
    "daysOff" TEXT,
    "holidays" TEXT,
    "extraWorkdays" TEXT,
    "active" INTEGER
);

CREATE TABLE r_cohortday (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "cohort" BLOB,
    "user" BLOB,
    "team" BLOB,
    "day" INTEGER,
    "numbers" TEXT,
    "asOf" INTEGER,
    "frozen" INTEGER
);
CREATE INDEX cohortday_of ON r_cohortday (cohort, day);
