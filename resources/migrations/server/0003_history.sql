-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE r_history (
    id BLOB PRIMARY KEY NOT NULL,
    root BLOB NOT NULL,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    extra TEXT,
    "customer" BLOB,
    "record" TEXT,
    "action" TEXT,
    "changes" TEXT,
    "author" BLOB,
    "device" TEXT,
    "at" INTEGER,
    fver TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
CREATE INDEX i_history_root ON r_history (root, seq);
