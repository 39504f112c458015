-- Checks of stored figures against the registers that came to their end.
CREATE TABLE luoshi.indicator_check (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    made_at     timestamptz NOT NULL,
    indicators  text[] NOT NULL,            -- empty: all
    since       date,                       -- periods that end on it or later; null: all
    compared    bigint NOT NULL,
    late        bigint NOT NULL,            -- cells that differ and say so themselves
    wrong_cells bigint NOT NULL,
    wrong_sums  bigint NOT NULL,
    remaining   bigint                      -- findings after a repair; null: none was asked for
);
