-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE r_history (
    id BLOB NOT NULL PRIMARY KEY,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "record" TEXT,
    "action" TEXT,
    "changes" TEXT,
    "author" BLOB,
    "device" TEXT,
    "at" INTEGER
);
CREATE INDEX history_root ON r_history (root);
