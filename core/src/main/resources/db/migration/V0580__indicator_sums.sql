-- Figures are read from kept sums: one row holds what all indicators of a source need of one unit, with everything
-- below it, in one period. A changed record adds the difference between its versions; no figure is stored.
DROP TABLE luoshi.indicator_cell;
DROP TABLE luoshi.indicator_cell_history;

-- Sums of a unit with everything below it; running sums where the use runs. Extremes are kept as extremes.
CREATE TABLE luoshi.indicator_sum (
    source     text NOT NULL REFERENCES luoshi.indicator_source ON DELETE CASCADE,
    accumulate text NOT NULL,               -- how records of other periods count too
    basis      text NOT NULL,               -- the unit tree
    unit       text NOT NULL,
    period     date NOT NULL,               -- first day
    records    bigint NOT NULL,
    slots      numeric[] NOT NULL,
    exact      numeric[],                   -- what does not add up, from the records
    PRIMARY KEY (source, accumulate, basis, unit, period)
) WITH (fillfactor = 60);
CREATE INDEX indicator_sum_period ON luoshi.indicator_sum (source, accumulate, basis, period);

-- Up to which moment the sums take changes into account; null: not built.
ALTER TABLE luoshi.indicator_source ADD COLUMN summed_to timestamptz;
UPDATE luoshi.indicator_source SET layout = '', computed_to = NULL;

-- The record that changed, so that its versions can be compared; null where what it touches is summed up again.
ALTER TABLE luoshi.indicator_mark ADD COLUMN record bigint;
