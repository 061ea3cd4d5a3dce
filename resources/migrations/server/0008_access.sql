-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who opened a family that is not their own.
CREATE TABLE r_familyaccess (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "author" BLOB,
    "at" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_familyaccess_root ON r_familyaccess (root, seq);
CREATE INDEX i_familyaccess_deleted ON r_familyaccess (seq) WHERE deleted = 1;
