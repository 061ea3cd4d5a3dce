-- SPDX-License-Identifier: GPL-3.0-or-later
-- Roots that left this profile while edits of them still wait for their outcomes.
CREATE TABLE evicted_root (
    root BLOB NOT NULL PRIMARY KEY
) WITHOUT ROWID;

-- Roots that came in the pull from zero that runs; what is missing at its end goes.
CREATE TABLE sweep_root (
    root BLOB NOT NULL PRIMARY KEY
) WITHOUT ROWID;
