-- Units, their codes, links and closure are pack content: each row says from which moment it was known, and rows that
-- no longer hold move to a history, so that a past figure is rolled up by the tree of its time.
-- What was there before this file is taken to have been known for ever.

ALTER TABLE luoshi.unit ADD COLUMN known_from timestamptz NOT NULL DEFAULT '0001-01-01 00:00:00+00';
ALTER TABLE luoshi.unit_code ADD COLUMN known_from timestamptz NOT NULL DEFAULT '0001-01-01 00:00:00+00';
ALTER TABLE luoshi.unit_parent ADD COLUMN known_from timestamptz NOT NULL DEFAULT '0001-01-01 00:00:00+00';
ALTER TABLE luoshi.unit_ancestor ADD COLUMN known_from timestamptz NOT NULL DEFAULT '0001-01-01 00:00:00+00';
ALTER TABLE luoshi.unit ALTER COLUMN known_from DROP DEFAULT;
ALTER TABLE luoshi.unit_code ALTER COLUMN known_from DROP DEFAULT;
ALTER TABLE luoshi.unit_parent ALTER COLUMN known_from DROP DEFAULT;
ALTER TABLE luoshi.unit_ancestor ALTER COLUMN known_from DROP DEFAULT;

-- False for a unit that the city pack no longer declares: records may still name it.
ALTER TABLE luoshi.unit ADD COLUMN declared boolean NOT NULL DEFAULT true;

CREATE TABLE luoshi.unit_history (LIKE luoshi.unit, known_to timestamptz NOT NULL);
CREATE TABLE luoshi.unit_code_history (LIKE luoshi.unit_code, known_to timestamptz NOT NULL);
CREATE TABLE luoshi.unit_parent_history (LIKE luoshi.unit_parent, known_to timestamptz NOT NULL);
CREATE TABLE luoshi.unit_ancestor_history (LIKE luoshi.unit_ancestor, known_to timestamptz NOT NULL);
CREATE INDEX unit_ancestor_history_known ON luoshi.unit_ancestor_history (known_to);

-- The order of declaration, for display only: of all units that ever were, and without a history.
ALTER TABLE luoshi.unit ADD COLUMN position integer NOT NULL DEFAULT 0;
