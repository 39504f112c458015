-- A task is one signature: of a role of the process, or of an account that was added.
ALTER TABLE luoshi.process_task
    ADD COLUMN role     text,                 -- of the process; null for a signer who was added
    ADD COLUMN added_by text;                 -- who had this account sign too

-- Who acts for an account while it is away. What falls to the account may be done by its deputy on these days.
CREATE TABLE luoshi.process_deputy (
    account    text NOT NULL REFERENCES luoshi.account,
    deputy     text NOT NULL REFERENCES luoshi.account,
    first_day  date NOT NULL,
    last_day   date NOT NULL,
    change     bigint NOT NULL REFERENCES luoshi.audit_entry,
    PRIMARY KEY (account, first_day),
    CHECK (deputy <> account),
    CHECK (last_day >= first_day)
);
CREATE INDEX process_deputy_deputy ON luoshi.process_deputy (deputy, last_day);

-- Who was sent a copy of a case: may read it, with personal data covered.
CREATE TABLE luoshi.process_copy (
    case_id bigint NOT NULL REFERENCES luoshi.process_case,
    account text NOT NULL REFERENCES luoshi.account,
    change  bigint NOT NULL REFERENCES luoshi.audit_entry,
    PRIMARY KEY (case_id, account)
);
CREATE INDEX process_copy_account ON luoshi.process_copy (account, case_id DESC);

-- A clock may end with its matter, by no event of its own.
ALTER TABLE luoshi.case_clock DROP CONSTRAINT case_clock_state_check;
ALTER TABLE luoshi.case_clock ADD CONSTRAINT case_clock_state_check
    CHECK (state IN ('running', 'suspended', 'completed', 'withdrawn', 'discontinued'));

-- What the head of a unit looks over.
CREATE INDEX process_task_unit ON luoshi.process_task (unit, id) WHERE done_at IS NULL;
