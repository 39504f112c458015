-- Which version of which pack gave a register its present shape.
CREATE TABLE luoshi.register_schema (
    entity       text NOT NULL,               -- pack.entity
    change       bigint NOT NULL REFERENCES luoshi.audit_entry,
    pack_version text NOT NULL,
    pack_digest  text NOT NULL,
    dropped      boolean NOT NULL DEFAULT false,
    PRIMARY KEY (entity, change)
);

-- A list request that somebody named. `request` is the query part of its address.
CREATE TABLE luoshi.saved_view (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account text NOT NULL,
    entity  text NOT NULL,
    title   text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 100),
    request text NOT NULL CHECK (char_length(request) <= 4000),
    shared  boolean NOT NULL DEFAULT false,   -- shown to every account that can read the register
    UNIQUE (account, entity, title)
);
CREATE INDEX saved_view_entity ON luoshi.saved_view (entity);
