-- Names that registers no longer have. Nothing is thrown away when a later pack version drops, renames or retypes a
-- field or drops a register: its values stay under another name, so that figures of the past stay computable.
CREATE TABLE luoshi.register_departure (
    entity    text NOT NULL,               -- pack.entity
    name      text NOT NULL,               -- column; empty: the whole register
    until     timestamptz NOT NULL,        -- the name was in use before this moment
    change    bigint NOT NULL REFERENCES luoshi.audit_entry,
    place     text,                        -- column, or schema of the register, that holds it now; null: erased
    erased_by bigint REFERENCES luoshi.audit_entry,
    PRIMARY KEY (entity, name, until),
    CHECK (num_nulls(place, erased_by) = 1)
);
