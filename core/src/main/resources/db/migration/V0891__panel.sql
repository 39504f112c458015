-- Panels of experts who vote on a case at a step 评审组. One for each time that its convener has the step as a task.
CREATE TABLE luoshi.case_panel (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id    bigint NOT NULL REFERENCES luoshi.process_case,
    task       bigint NOT NULL UNIQUE REFERENCES luoshi.process_task, -- of who seats it and has it counted
    version    bigint NOT NULL REFERENCES luoshi.process_version,     -- whose rules it goes by
    step       text NOT NULL,
    seated_at  timestamptz NOT NULL,
    -- what the count came to; null until then
    counted_at timestamptz,
    recused    integer,
    in_favour  integer,
    against    integer,
    abstained  integer,
    passed     boolean,
    change     bigint NOT NULL REFERENCES luoshi.audit_entry,
    CHECK ((counted_at IS NULL) = (passed IS NULL))
);
CREATE INDEX case_panel_case ON luoshi.case_panel (case_id, id);

-- Who is seated, and whether he voted; not what.
CREATE TABLE luoshi.case_panel_member (
    panel    bigint NOT NULL REFERENCES luoshi.case_panel,
    account  text NOT NULL REFERENCES luoshi.account,
    task     bigint NOT NULL UNIQUE REFERENCES luoshi.process_task,
    standing text NOT NULL CHECK (standing IN ('seated', 'voted', 'recused')),
    spoken_by text,                          -- who voted: the member, or his deputy
    PRIMARY KEY (panel, account)
);

-- The votes. Their keys are drawn at random and nothing says when one was cast or by which change; of a secret vote
-- nothing says whose it is either.
CREATE TABLE luoshi.case_ballot (
    panel   bigint NOT NULL REFERENCES luoshi.case_panel,
    ballot  uuid NOT NULL,
    vote    text NOT NULL CHECK (vote IN ('in_favour', 'against', 'abstained')),
    account text REFERENCES luoshi.account,   -- null where the vote is secret
    PRIMARY KEY (panel, ballot)
);
CREATE UNIQUE INDEX case_ballot_one ON luoshi.case_ballot (panel, account) WHERE account IS NOT NULL;
CREATE TRIGGER case_ballot_append_only BEFORE UPDATE OR DELETE ON luoshi.case_ballot
    FOR EACH ROW EXECUTE FUNCTION luoshi.refuse_case_history_change();
