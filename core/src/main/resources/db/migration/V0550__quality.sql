-- Data quality 数据质量: what checks found. Checks change no record; they open items, and close those whose cause is gone.

CREATE TABLE luoshi.quality_item (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    check_id   text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('freshness', 'completeness', 'outlier', 'contradiction')),
    entity     text NOT NULL,
    subject    text NOT NULL,               -- record, unit, or unit and period: what within the check
    unit       text NOT NULL,               -- whose it is
    record     bigint,
    period     text,
    measured   numeric,
    low        numeric,
    high       numeric,
    since      timestamptz NOT NULL,
    state      text NOT NULL CHECK (state IN ('open', 'explained', 'dismissed', 'mended', 'withdrawn')),
    reason     text,
    decided_by text,
    changed_at timestamptz NOT NULL,
    version    integer NOT NULL DEFAULT 1
);
-- One standing item for one cause, however often the check is made.
CREATE UNIQUE INDEX quality_item_standing ON luoshi.quality_item (check_id, subject)
    WHERE state IN ('open', 'explained', 'dismissed');
CREATE INDEX quality_item_unit ON luoshi.quality_item (unit, state);
CREATE INDEX quality_item_recent ON luoshi.quality_item (changed_at DESC, id DESC);

CREATE TABLE luoshi.quality_step (
    item   bigint NOT NULL REFERENCES luoshi.quality_item,
    at     timestamptz NOT NULL,
    actor  text NOT NULL,
    state  text NOT NULL,
    reason text
);
CREATE INDEX quality_step_item ON luoshi.quality_step (item, at);

-- When a check was last made, and by which declaration.
CREATE TABLE luoshi.quality_look (
    check_id text PRIMARY KEY,
    digest   text NOT NULL,
    made_at  timestamptz NOT NULL,
    unjudged text
);

-- Records that a check looks at have changed since. Written in the transaction of the change, never updated: whoever
-- makes the check deletes the marks it has seen.
CREATE TABLE luoshi.quality_mark (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    check_id text NOT NULL
);
CREATE INDEX quality_mark_check ON luoshi.quality_mark (check_id);

-- What a look found, between finding it and keeping it: rows of a look that was broken off are swept away by a later one.
CREATE UNLOGGED TABLE luoshi.quality_found (
    look     bigint NOT NULL,
    made_at  timestamptz NOT NULL DEFAULT now(),
    subject  text NOT NULL,
    unit     text NOT NULL,
    record   bigint,
    period   text,
    measured numeric,
    low      numeric,
    high     numeric,
    PRIMARY KEY (look, subject)
);
CREATE SEQUENCE luoshi.quality_look_number;
