-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who opened a family that is not their own.
CREATE TABLE r_familyaccess (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "author" BLOB,
    "at" INTEGER
);
CREATE INDEX familyaccess_root ON r_familyaccess (root, "at");
