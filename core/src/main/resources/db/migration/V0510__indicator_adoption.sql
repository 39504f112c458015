-- What the stored cells were made by, so that another pack version or another unit tree marks what it touches and
-- nothing else. `indicator_source.layout` names how a source is summed up; how an indicator is computed from the sums:
CREATE TABLE luoshi.indicator_definition (
    indicator text PRIMARY KEY,
    digest    text NOT NULL
);

-- The latest change of units or trees that the cells' roll-up has been compared with.
CREATE TABLE luoshi.indicator_tree (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    known_at timestamptz NOT NULL
);

-- A mark is about facts of a source, or about cells alone: those of an indicator that is computed otherwise now, or
-- those of a unit that has other units below it now (from `period` on). Sums are made again for the first kind only.
ALTER TABLE luoshi.indicator_mark ALTER COLUMN source DROP NOT NULL;
ALTER TABLE luoshi.indicator_mark ADD COLUMN indicator text;
ALTER TABLE luoshi.indicator_mark ADD COLUMN ancestor text;
ALTER TABLE luoshi.indicator_mark ADD CONSTRAINT indicator_mark_of_one_kind
    CHECK (num_nonnulls(source, indicator, ancestor) = 1);
