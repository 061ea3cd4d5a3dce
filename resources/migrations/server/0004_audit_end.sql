-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where the audit ends: without it nobody would miss its last entries. Frozen: later changes are
-- files of their own.
CREATE TABLE audit_end (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    entries INTEGER NOT NULL,
    head BLOB NOT NULL
);
INSERT INTO audit_end (one, entries, head)
SELECT 1, count(*), coalesce((SELECT hash FROM audit ORDER BY number DESC LIMIT 1), x'')
FROM audit;
