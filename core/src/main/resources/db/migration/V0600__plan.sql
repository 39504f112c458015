-- The plan 方案: focus 着力点 → measure 举措 → commitment 任务 → milestone 节点.
--
-- Every edit is a new version of the plan and one change. Rows are never overwritten: a row is known from
-- `known_from` until `known_to` (exclusive; null: still), so the plan can be read as of any moment.

CREATE TABLE luoshi.plan_version (
    plan     text NOT NULL,
    number   integer NOT NULL,
    change   bigint NOT NULL REFERENCES luoshi.audit_entry,
    known_at timestamptz NOT NULL,
    origin   text NOT NULL CHECK (origin IN ('pack', 'yaml', 'xlsx', 'edit')),
    digest   text NOT NULL,                -- SHA-256 (hex) of what was taken in
    note     text NOT NULL,
    PRIMARY KEY (plan, number)
);

CREATE SEQUENCE luoshi.plan_row;

CREATE TABLE luoshi.plan_head (
    row_id        bigint PRIMARY KEY DEFAULT nextval('luoshi.plan_row'),
    plan          text NOT NULL,
    known_from    timestamptz NOT NULL,
    known_to      timestamptz,
    change        bigint NOT NULL REFERENCES luoshi.audit_entry,
    title_zh      text NOT NULL,
    title_en      text NOT NULL,
    source_zh     text NOT NULL,
    source_en     text NOT NULL,
    publisher     text NOT NULL,
    source_date   date NOT NULL,
    source_url    text,
    period_from   date NOT NULL,
    period_to     date NOT NULL,
    period_stated boolean NOT NULL,
    status_rule   text NOT NULL,
    -- which register holds milestone evidence, and which of its fields say what
    evidence_entity      text NOT NULL,
    evidence_commitment  text NOT NULL,
    evidence_milestone   text NOT NULL,
    evidence_happened_on text NOT NULL,
    evidence_verdict     text NOT NULL,
    evidence_accepted    text NOT NULL,
    evidence_verified_on text NOT NULL,
    CHECK (period_to > period_from)
);
CREATE UNIQUE INDEX plan_head_present ON luoshi.plan_head (plan) WHERE known_to IS NULL;

-- A sentence of the source document, by its place, with its gist in our own words.
CREATE TABLE luoshi.plan_clause (
    row_id     bigint PRIMARY KEY DEFAULT nextval('luoshi.plan_row'),
    plan       text NOT NULL,
    id         text NOT NULL,
    known_from timestamptz NOT NULL,
    known_to   timestamptz,
    change     bigint NOT NULL REFERENCES luoshi.audit_entry,
    closed_by  bigint REFERENCES luoshi.audit_entry,
    position   integer NOT NULL,
    paragraph  integer NOT NULL,
    sentence   integer NOT NULL,
    speaker    text,
    gist_zh    text NOT NULL,
    gist_en    text NOT NULL,
    kind       text NOT NULL,
    needs_commitment boolean NOT NULL,
    because_zh text,
    because_en text
);
CREATE UNIQUE INDEX plan_clause_present ON luoshi.plan_clause (plan, id) WHERE known_to IS NULL;

CREATE TABLE luoshi.plan_focus (
    row_id     bigint PRIMARY KEY DEFAULT nextval('luoshi.plan_row'),
    plan       text NOT NULL,
    id         text NOT NULL,
    known_from timestamptz NOT NULL,
    known_to   timestamptz,
    change     bigint NOT NULL REFERENCES luoshi.audit_entry,
    closed_by  bigint REFERENCES luoshi.audit_entry,
    position   integer NOT NULL,
    title_zh   text NOT NULL,
    title_en   text NOT NULL,
    clauses    text[] NOT NULL
);
CREATE UNIQUE INDEX plan_focus_present ON luoshi.plan_focus (plan, id) WHERE known_to IS NULL;

CREATE TABLE luoshi.plan_measure (
    row_id     bigint PRIMARY KEY DEFAULT nextval('luoshi.plan_row'),
    plan       text NOT NULL,
    id         text NOT NULL,
    known_from timestamptz NOT NULL,
    known_to   timestamptz,
    change     bigint NOT NULL REFERENCES luoshi.audit_entry,
    closed_by  bigint REFERENCES luoshi.audit_entry,
    focus      text NOT NULL,
    position   integer NOT NULL,
    title_zh   text NOT NULL,
    title_en   text NOT NULL,
    lever      text NOT NULL,
    lead       text,
    clauses    text[] NOT NULL
);
CREATE UNIQUE INDEX plan_measure_present ON luoshi.plan_measure (plan, id) WHERE known_to IS NULL;

CREATE TABLE luoshi.plan_commitment (
    row_id        bigint PRIMARY KEY DEFAULT nextval('luoshi.plan_row'),
    plan          text NOT NULL,
    id            text NOT NULL,
    known_from    timestamptz NOT NULL,
    known_to      timestamptz,
    change        bigint NOT NULL REFERENCES luoshi.audit_entry,
    closed_by     bigint REFERENCES luoshi.audit_entry,
    focus         text NOT NULL,
    measure       text NOT NULL,
    position      integer NOT NULL,
    title_zh      text NOT NULL,
    title_en      text NOT NULL,
    detail_zh     text,
    detail_en     text,
    lead          text NOT NULL,
    assist        text[] NOT NULL,
    period_from   date NOT NULL,
    period_to     date NOT NULL,
    period_stated boolean NOT NULL,
    watch         text[] NOT NULL,         -- indicators shown beside it, without a target
    depends_on    text[] NOT NULL,
    clauses       text[] NOT NULL,
    -- the promised number; all null where the source gives none
    indicator       text,
    figure_unit     text,
    baseline_on     date,
    baseline        numeric,
    baseline_stated boolean,
    target          numeric,
    target_stated   boolean,
    CHECK (period_to >= period_from),
    CHECK (num_nulls(indicator, figure_unit, baseline_on, baseline, baseline_stated, target, target_stated) IN (0, 7))
);
CREATE UNIQUE INDEX plan_commitment_present ON luoshi.plan_commitment (plan, id) WHERE known_to IS NULL;
CREATE INDEX plan_commitment_versions ON luoshi.plan_commitment (plan, id, known_from);
CREATE INDEX plan_commitment_lead ON luoshi.plan_commitment (lead) WHERE known_to IS NULL;
CREATE INDEX plan_commitment_assist ON luoshi.plan_commitment USING gin (assist) WHERE known_to IS NULL;
CREATE INDEX plan_commitment_figure ON luoshi.plan_commitment (indicator, figure_unit) WHERE known_to IS NULL;

-- Parts of one version of a commitment; they live and end with it.
CREATE TABLE luoshi.plan_milestone (
    commitment_row bigint NOT NULL REFERENCES luoshi.plan_commitment,
    position    integer NOT NULL,
    id          text NOT NULL,
    title_zh    text NOT NULL,
    title_en    text NOT NULL,
    due         date NOT NULL,
    stated      boolean NOT NULL,
    evidence_zh text,
    evidence_en text,
    PRIMARY KEY (commitment_row, id)
);
CREATE INDEX plan_milestone_due ON luoshi.plan_milestone (due);

CREATE TABLE luoshi.plan_path_point (
    commitment_row bigint NOT NULL REFERENCES luoshi.plan_commitment,
    by             date NOT NULL,
    value          numeric NOT NULL,
    PRIMARY KEY (commitment_row, by)
);

CREATE TABLE luoshi.plan_evidence_wanted (
    commitment_row bigint NOT NULL REFERENCES luoshi.plan_commitment,
    position       integer NOT NULL,
    zh             text NOT NULL,
    en             text NOT NULL,
    PRIMARY KEY (commitment_row, position)
);

-- Status of the present, computed from facts and kept for fast pages. Never typed in, never part of a
-- change: it can be thrown away and computed again. `day` is the day it was judged for.
CREATE TABLE luoshi.plan_status (
    plan        text NOT NULL,
    commitment  text NOT NULL,
    status      text NOT NULL,
    colour      text NOT NULL,
    title_zh    text NOT NULL,
    title_en    text NOT NULL,
    reason_zh   text NOT NULL,
    reason_en   text NOT NULL,
    since       date NOT NULL,             -- first day of the unbroken stretch in this status
    day         date NOT NULL,
    ratio       numeric,
    gap         numeric,
    chance      numeric,
    actual_on   date,
    actual      numeric,
    expected    numeric,
    milestones_due     integer NOT NULL,
    milestones_reached integer NOT NULL,
    next_due    date,                      -- next milestone not reached
    late_days   integer NOT NULL,
    computed_at timestamptz NOT NULL,
    PRIMARY KEY (plan, commitment)
);
CREATE INDEX plan_status_status ON luoshi.plan_status (plan, status);
CREATE INDEX plan_status_next_due ON luoshi.plan_status (plan, next_due);

-- Each change of status, on the day it was first judged so.
CREATE TABLE luoshi.plan_status_change (
    plan        text NOT NULL,
    commitment  text NOT NULL,
    day         date NOT NULL,
    from_status text,                      -- null: first judgement
    to_status   text NOT NULL,
    reason_zh   text NOT NULL,
    reason_en   text NOT NULL,
    computed_at timestamptz NOT NULL,
    PRIMARY KEY (plan, commitment, day)
);
CREATE INDEX plan_status_change_day ON luoshi.plan_status_change (plan, day);

-- A baseline names a moment of the plan. One person freezes, another approves.
CREATE TABLE luoshi.plan_baseline (
    plan        text NOT NULL,
    name        text NOT NULL,
    version     integer NOT NULL,
    moment      timestamptz NOT NULL,
    note        text NOT NULL,
    frozen_by   text NOT NULL,
    frozen_at   timestamptz NOT NULL,
    change      bigint NOT NULL REFERENCES luoshi.audit_entry,
    approved_by text,
    approved_at timestamptz,
    approval    bigint REFERENCES luoshi.audit_entry,
    PRIMARY KEY (plan, name),
    FOREIGN KEY (plan, version) REFERENCES luoshi.plan_version,
    CHECK (approved_by IS NULL OR approved_by <> frozen_by),
    CHECK (num_nulls(approved_by, approved_at, approval) IN (0, 3))
);

CREATE TABLE luoshi.plan_comment (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan       text NOT NULL,
    commitment text NOT NULL,
    author     text NOT NULL
);
CREATE INDEX plan_comment_commitment ON luoshi.plan_comment (plan, commitment);

-- Every wording a comment had; a deletion is a wording that is gone.
CREATE TABLE luoshi.plan_comment_wording (
    comment  bigint NOT NULL REFERENCES luoshi.plan_comment,
    version  integer NOT NULL,
    body     text,                         -- null: deleted
    known_at timestamptz NOT NULL,
    change   bigint NOT NULL REFERENCES luoshi.audit_entry,
    PRIMARY KEY (comment, version),
    CHECK (body IS NULL OR length(body) BETWEEN 1 AND 4000)
);
