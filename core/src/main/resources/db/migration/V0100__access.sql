-- Units 单位 (city, districts, streets, departments, enterprises, parks) as the city pack declares them,
-- and the accounts that act for them.

CREATE TABLE luoshi.unit (
    id         text PRIMARY KEY,
    kind       text NOT NULL,
    zh         text NOT NULL,
    en         text NOT NULL,
    short_zh   text NOT NULL,
    short_en   text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,                       -- exclusive; null: still valid
    source     text,
    CHECK (valid_to IS NULL OR valid_to > valid_from)
);

-- A code means nothing without its scheme and version: civil-affairs and statistics codes collide.
CREATE TABLE luoshi.unit_code (
    scheme  text NOT NULL,
    version text NOT NULL,
    code    text NOT NULL,
    unit    text NOT NULL REFERENCES luoshi.unit,
    PRIMARY KEY (scheme, version, code)
);
CREATE INDEX unit_code_unit ON luoshi.unit_code (unit);

CREATE TABLE luoshi.unit_parent (
    unit       text NOT NULL REFERENCES luoshi.unit,
    parent     text NOT NULL REFERENCES luoshi.unit,
    basis      text NOT NULL CHECK (basis IN ('administrative', 'statistical')),
    valid_from date NOT NULL,
    valid_to   date,
    PRIMARY KEY (unit, basis, valid_from),
    CHECK (valid_to IS NULL OR valid_to > valid_from)
);

-- Closure of unit_parent, derived at activation so that a roll-up or a row filter is one join.
-- Every unit is its own ancestor at distance 0.
CREATE TABLE luoshi.unit_ancestor (
    unit       text NOT NULL REFERENCES luoshi.unit,
    ancestor   text NOT NULL REFERENCES luoshi.unit,
    basis      text NOT NULL,
    distance   integer NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    PRIMARY KEY (unit, ancestor, basis, valid_from)
);
CREATE INDEX unit_ancestor_ancestor ON luoshi.unit_ancestor (ancestor, basis, unit);

CREATE TABLE luoshi.account (
    id              text PRIMARY KEY,          -- log-in name
    zh              text NOT NULL,
    en              text NOT NULL,
    password_hash   text NOT NULL,
    demo            boolean NOT NULL DEFAULT false,
    enabled         boolean NOT NULL DEFAULT true,
    failed_attempts integer NOT NULL DEFAULT 0,
    locked_until    timestamptz,
    created_at      timestamptz NOT NULL
);

-- A grant is role × unit subtree; what a role may do is written in one place, org.luoshi.access.Role.
CREATE TABLE luoshi.account_grant (
    account text NOT NULL REFERENCES luoshi.account ON DELETE CASCADE,
    role    text NOT NULL,
    unit    text NOT NULL REFERENCES luoshi.unit,
    PRIMARY KEY (account, role, unit)
);
