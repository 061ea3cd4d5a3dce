-- SPDX-License-Identifier: GPL-3.0-or-later
-- Count and amount of each column of a board, so that its first picture need not wait for a walk
-- over all cards. Follows every write of an opportunity, whoever makes it.
CREATE TABLE board_total (
    pipeline BLOB NOT NULL,
    stage BLOB NOT NULL,
    cards INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (pipeline, stage)
) WITHOUT ROWID;

INSERT INTO board_total
    SELECT pipeline, stage, count(*), sum(coalesce(amount, 0)) FROM r_opportunity
    WHERE deleted = 0 AND pipeline IS NOT NULL AND stage IS NOT NULL
    GROUP BY pipeline, stage;

CREATE TRIGGER board_total_added AFTER INSERT ON r_opportunity
WHEN NEW.deleted = 0 AND NEW.pipeline IS NOT NULL AND NEW.stage IS NOT NULL
BEGIN
    INSERT INTO board_total VALUES (NEW.pipeline, NEW.stage, 1, coalesce(NEW.amount, 0))
        ON CONFLICT (pipeline, stage) DO UPDATE
        SET cards = cards + 1, amount = amount + excluded.amount;
END;

CREATE TRIGGER board_total_removed AFTER DELETE ON r_opportunity
WHEN OLD.deleted = 0
BEGIN
    UPDATE board_total SET cards = cards - 1, amount = amount - coalesce(OLD.amount, 0)
        WHERE pipeline = OLD.pipeline AND stage = OLD.stage;
END;

CREATE TRIGGER board_total_changed AFTER UPDATE ON r_opportunity
WHEN OLD.deleted IS NOT NEW.deleted OR OLD.pipeline IS NOT NEW.pipeline
    OR OLD.stage IS NOT NEW.stage OR OLD.amount IS NOT NEW.amount
BEGIN
    UPDATE board_total SET cards = cards - 1, amount = amount - coalesce(OLD.amount, 0)
        WHERE OLD.deleted = 0 AND pipeline = OLD.pipeline AND stage = OLD.stage;
    INSERT INTO board_total SELECT NEW.pipeline, NEW.stage, 1, coalesce(NEW.amount, 0)
        WHERE NEW.deleted = 0 AND NEW.pipeline IS NOT NULL AND NEW.stage IS NOT NULL
        ON CONFLICT (pipeline, stage) DO UPDATE
        SET cards = cards + 1, amount = amount + excluded.amount;
END;
