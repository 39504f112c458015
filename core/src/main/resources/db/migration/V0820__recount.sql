-- What an edition of the calendar did to running cases: the dates of open clocks, counted again by it.
CREATE TABLE luoshi.process_recount (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    calendar    text NOT NULL,                -- digest of the editions counted by
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,                  -- null while it is under way
    examined    integer NOT NULL,             -- clocks
    affected    integer NOT NULL              -- clocks of which a date moved or became certain
);

-- The clocks affected.
CREATE TABLE luoshi.process_recount_clock (
    recount         bigint NOT NULL REFERENCES luoshi.process_recount,
    case_id         bigint NOT NULL REFERENCES luoshi.process_case,
    clock           text NOT NULL,
    due_before      date NOT NULL,
    due_after       date NOT NULL,
    promised_before date,
    promised_after  date,
    provisional     boolean NOT NULL,         -- whether the date after may still move
    change          bigint NOT NULL REFERENCES luoshi.audit_entry,
    PRIMARY KEY (recount, case_id, clock)
);
