-- Processes 流程: cases, tasks, legal clocks and their ledgers. What the engine needs for itself is in the schema
-- `flowable` and says only what comes next; everything that people read is here, written in the same transaction.

-- A version of a process that cases run on, since cases outlive its successors. Its files are those of the packs in
-- force at `known_at` (luoshi.pack_version_file).
CREATE TABLE luoshi.process_version (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    process    text NOT NULL,                 -- pack.process
    digest     text NOT NULL,                 -- SHA-256 over the files
    known_at   timestamptz NOT NULL,
    definition text,                          -- the engine's id of it; null until a case first moves on it
    change     bigint NOT NULL REFERENCES luoshi.audit_entry,
    UNIQUE (process, digest)
);

-- The last number given in a year.
CREATE TABLE luoshi.process_number (
    prefix text NOT NULL,
    year   integer NOT NULL,
    last   bigint NOT NULL,
    PRIMARY KEY (prefix, year)
);

CREATE TABLE luoshi.process_case (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number     text NOT NULL UNIQUE,          -- QYSQ-2025-000123
    process    text NOT NULL,                 -- pack.process
    version    bigint NOT NULL REFERENCES luoshi.process_version,
    record     bigint NOT NULL,               -- `_id` of the content in the process's register
    register_row bigint NOT NULL,             -- `_id` in the register of the process's cases
    title      text NOT NULL,                 -- the content's label, for lists
    unit       text NOT NULL REFERENCES luoshi.unit,
    applicant  text NOT NULL REFERENCES luoshi.account,
    state      text NOT NULL CHECK (state IN ('running', 'suspended', 'closed', 'withdrawn', 'merged')),
    outcome    text,
    instance   text,                          -- the engine's; null once the case has ended
    revision   integer NOT NULL,              -- rises with each thing that happens to the case
    opened_at  timestamptz NOT NULL,
    closed_at  timestamptz,
    due_on     date,                          -- the nearest last day of its running clocks
    change     bigint NOT NULL REFERENCES luoshi.audit_entry,
    CHECK ((state IN ('closed', 'withdrawn', 'merged')) = (closed_at IS NOT NULL))
);
CREATE INDEX process_case_unit ON luoshi.process_case (unit, id DESC);
CREATE INDEX process_case_applicant ON luoshi.process_case (applicant, id DESC);
CREATE INDEX process_case_open ON luoshi.process_case (process, due_on) WHERE closed_at IS NULL;

-- What somebody is to do in a case: one signature.
CREATE TABLE luoshi.process_task (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     bigint NOT NULL REFERENCES luoshi.process_case,
    step        text NOT NULL,
    engine_task text NOT NULL,
    account_role text NOT NULL,               -- whose accounts may do it, org.luoshi.access.Role
    unit        text REFERENCES luoshi.unit,  -- of which unit; null for the applicant
    holder      text REFERENCES luoshi.account, -- who has it; null while anybody of the role and unit may take it
    opened_at   timestamptz NOT NULL,
    done_at     timestamptz,
    done_by     text,
    action      text,                         -- that finished it; null where it was taken away
    CHECK ((done_at IS NULL) = (done_by IS NULL))
);
CREATE INDEX process_task_case ON luoshi.process_task (case_id, id);
CREATE INDEX process_task_holder ON luoshi.process_task (holder, id) WHERE done_at IS NULL;
CREATE INDEX process_task_pool ON luoshi.process_task (account_role, unit, id) WHERE done_at IS NULL AND holder IS NULL;
CREATE INDEX process_task_done ON luoshi.process_task (done_by, id DESC) WHERE done_at IS NOT NULL;

-- What happened to a case, in order. Nothing is ever taken out.
CREATE TABLE luoshi.case_event (
    case_id   bigint NOT NULL REFERENCES luoshi.process_case,
    seq       integer NOT NULL,
    at        timestamptz NOT NULL,
    actor     text NOT NULL,
    kind      text NOT NULL,                  -- org.luoshi.process.EventKind
    step      text,
    action    text,
    reason    text,                           -- as the applicant may read it
    change    bigint NOT NULL REFERENCES luoshi.audit_entry,
    PRIMARY KEY (case_id, seq)
);

-- A clock of a case, as its ledger gives it by the calendar of now.
CREATE TABLE luoshi.case_clock (
    case_id     bigint NOT NULL REFERENCES luoshi.process_case,
    clock       text NOT NULL,
    state       text NOT NULL CHECK (state IN ('running', 'suspended', 'completed', 'withdrawn')),
    started_on  date NOT NULL,
    due_on      date NOT NULL,
    promised_on date,
    provisional boolean NOT NULL,
    ended_on    date,
    PRIMARY KEY (case_id, clock)
);
CREATE INDEX case_clock_open ON luoshi.case_clock (due_on) WHERE ended_on IS NULL;

-- Its ledger: append-only, the source of every date.
CREATE TABLE luoshi.case_clock_entry (
    case_id       bigint NOT NULL,
    clock         text NOT NULL,
    seq           integer NOT NULL,
    kind          text NOT NULL,              -- started, suspended, resumed, returned, extended, completed, withdrawn, published
    at            timestamp NOT NULL,         -- the city's local time, of legal effect
    event         text,                       -- named event that started or completed it
    cause         text,
    days          integer,                    -- of an extension
    reason        text,
    document      text,
    notice_on     date,
    notice_until  date,
    approved_by   text,
    approved_as   text,
    step_from     text,
    step_to       text,
    year          integer,                    -- of a published calendar
    due_before    date,
    due_after     date,
    change        bigint NOT NULL REFERENCES luoshi.audit_entry,
    PRIMARY KEY (case_id, clock, seq),
    FOREIGN KEY (case_id, clock) REFERENCES luoshi.case_clock
);

-- What somebody has begun to write and not sent: no fact, so kept as typed and read by nobody else.
CREATE TABLE luoshi.process_draft (
    account  text NOT NULL REFERENCES luoshi.account,
    process  text NOT NULL,
    typed    jsonb NOT NULL,                  -- field → as typed
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (account, process)
);

CREATE FUNCTION luoshi.refuse_case_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of cases is append-only';
END $$;
CREATE TRIGGER case_event_append_only BEFORE UPDATE OR DELETE ON luoshi.case_event
    FOR EACH ROW EXECUTE FUNCTION luoshi.refuse_case_history_change();
CREATE TRIGGER case_clock_entry_append_only BEFORE UPDATE OR DELETE ON luoshi.case_clock_entry
    FOR EACH ROW EXECUTE FUNCTION luoshi.refuse_case_history_change();
