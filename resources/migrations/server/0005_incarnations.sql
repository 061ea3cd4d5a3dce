-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which incarnation followed which, and up to which seq a generation that ended with one can be
-- trusted: behind that somebody may have seen what a restore lost. Frozen: later changes are files
-- of their own.
ALTER TABLE incarnation ADD COLUMN previous BLOB;
ALTER TABLE incarnation ADD COLUMN trustedSeq INTEGER;
