-- What detection finds of a sensor, and the warnings 预警 that people answer for. Never merged: many findings, one warning.

CREATE TABLE luoshi.warning (
    id           uuid PRIMARY KEY,          -- of the finding that began it: the same in every replay
    rule         text NOT NULL,
    thing        text NOT NULL,
    unit         text NOT NULL,             -- whose it is
    exercise     boolean NOT NULL,          -- a drill: never mistaken for anything else
    colour       text NOT NULL CHECK (colour IN ('red', 'orange', 'yellow', 'blue')),
    standing     boolean NOT NULL,          -- whether readings still show it
    silent       boolean NOT NULL,          -- whether its sensor is no longer heard
    state        text NOT NULL CHECK (state IN ('raised', 'acknowledged', 'assigned', 'handled', 'closed')),
    raised_at    timestamptz NOT NULL,      -- by the sensor
    known_at     timestamptz NOT NULL,
    confirm_by   timestamptz NOT NULL,
    escalated_at timestamptz,
    assignee     text,
    handled_by   text,
    cause        uuid REFERENCES luoshi.warning CHECK (cause <> id),
    quiet_until  timestamptz,
    changed_at   timestamptz NOT NULL,
    number       integer NOT NULL           -- rises with each change
);
-- One open warning for one thing and rule, however often its levels come and go.
CREATE UNIQUE INDEX warning_open ON luoshi.warning (rule, thing, exercise) WHERE state <> 'closed';
CREATE INDEX warning_unit ON luoshi.warning (unit, raised_at DESC, id) WHERE state <> 'closed';
CREATE INDEX warning_recent ON luoshi.warning (raised_at DESC, id);
CREATE INDEX warning_late ON luoshi.warning (confirm_by) WHERE state = 'raised' AND escalated_at IS NULL;
CREATE INDEX warning_cause ON luoshi.warning (cause) WHERE cause IS NOT NULL;

-- Device alarms: each is found once, however often the log is read again.
CREATE TABLE luoshi.warning_finding (
    id       uuid PRIMARY KEY,
    episode  uuid NOT NULL,
    kind     text NOT NULL CHECK (kind IN ('raised', 'cleared', 'silent', 'heard')),
    rule     text NOT NULL,
    version  integer NOT NULL,
    colour   text NOT NULL,
    thing    text NOT NULL,
    unit     text NOT NULL,
    exercise boolean NOT NULL,
    at       timestamptz NOT NULL,
    confirm  bigint NOT NULL,                -- milliseconds in which its level is confirmed
    known_at timestamptz NOT NULL,
    warning  uuid REFERENCES luoshi.warning, -- none for a sensor that falls silent while nothing is warned of
    since    timestamptz NOT NULL,
    readings integer NOT NULL,
    value    double precision NOT NULL,
    measured double precision,
    bound    double precision,
    margin   double precision,
    allowed  bigint                          -- milliseconds without a reading
);
CREATE INDEX warning_finding_warning ON luoshi.warning_finding (warning, at);

-- What made a reading strange by its sensor's past.
CREATE TABLE luoshi.warning_share (
    finding uuid NOT NULL REFERENCES luoshi.warning_finding,
    place   integer NOT NULL,
    trait   text NOT NULL,
    high    boolean NOT NULL,
    value   double precision NOT NULL,
    usual   double precision NOT NULL,
    decades double precision NOT NULL,
    PRIMARY KEY (finding, place)
);

-- Levels of an open warning that readings show now.
CREATE TABLE luoshi.warning_level (
    warning uuid NOT NULL REFERENCES luoshi.warning,
    colour  text NOT NULL,
    episode uuid NOT NULL,
    PRIMARY KEY (warning, colour)
);

CREATE TABLE luoshi.warning_step (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    warning uuid NOT NULL REFERENCES luoshi.warning,
    at      timestamptz NOT NULL,
    actor   text NOT NULL,
    kind    text NOT NULL,
    colour  text NOT NULL,                   -- after it
    finding uuid REFERENCES luoshi.warning_finding,
    reason  text
);
CREATE INDEX warning_step_warning ON luoshi.warning_step (warning, id);

-- Nobody is called for what is silenced; it is kept and shown all the same.
CREATE TABLE luoshi.warning_silence (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit    text NOT NULL,
    rule    text NOT NULL,
    thing   text,                            -- null for all of the unit's
    begins  timestamptz NOT NULL,
    ends    timestamptz NOT NULL CHECK (ends > begins),
    reason  text NOT NULL,
    actor   text NOT NULL
);
CREATE INDEX warning_silence_rule ON luoshi.warning_silence (rule, ends);
