-- Adds days to a date; null beyond the years 1 to 9999, so that no figure fails for one absurd record.
CREATE FUNCTION luoshi.plus_days(start date, days numeric) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN abs(days) > 4000000 THEN NULL
        WHEN start + trunc(days)::integer BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
            THEN start + trunc(days)::integer
    END;

-- Indicators 指标. The registers are the truth; everything below is derived from them and can be rebuilt.

-- A source is one register whose records are placed by one unit field and one date field, per period kind.
-- All indicators over it share its partial sums, so one changed record is looked at once, not once an indicator.
CREATE TABLE luoshi.indicator_source (
    id          text PRIMARY KEY,
    layout      text NOT NULL,              -- digest of what is summed up; another one means: build anew
    computed_to date                        -- start of the last period with cells; null: never built
);

-- What the records of one unit (as recorded, not rolled up) in one period add. Where records count until
-- a date, that date's period takes them away again: running sums then give what stands.
CREATE TABLE luoshi.indicator_partial (
    source  text NOT NULL REFERENCES luoshi.indicator_source ON DELETE CASCADE,
    unit    text NOT NULL,
    period  date NOT NULL,                  -- first day
    records bigint NOT NULL,
    slots   numeric[] NOT NULL,
    PRIMARY KEY (source, unit, period)
);

-- The present's figures. A unit and period without a row has no record: the missing-value policy speaks.
CREATE TABLE luoshi.indicator_cell (
    indicator   text NOT NULL,
    unit        text NOT NULL,
    period      date NOT NULL,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    records     bigint NOT NULL,
    known_from  timestamptz NOT NULL,       -- of the latest change it takes into account
    PRIMARY KEY (indicator, unit, period)
);
CREATE INDEX indicator_cell_across ON luoshi.indicator_cell (indicator, period);

-- What was shown before.
CREATE TABLE luoshi.indicator_cell_history (
    indicator   text NOT NULL,
    unit        text NOT NULL,
    period      date NOT NULL,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    records     bigint NOT NULL,
    known_from  timestamptz NOT NULL,
    known_to    timestamptz NOT NULL
);
CREATE INDEX indicator_cell_history_cell ON luoshi.indicator_cell_history (indicator, unit, period, known_from);

-- Facts that changed since the cells were computed, written in the transaction of the change. Never updated:
-- the worker deletes exactly the marks it has seen, so one that arrives meanwhile stays.
CREATE TABLE luoshi.indicator_mark (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    unit   text,                            -- null: the whole source
    period date                             -- null: every period
);
CREATE INDEX indicator_mark_source ON luoshi.indicator_mark (source);
