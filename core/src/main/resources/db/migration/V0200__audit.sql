-- Every change is one entry here, in the same transaction as what it changed. Entries are totally
-- ordered: `number` and `known_at` rise together, and each hash covers the one before.

CREATE TABLE luoshi.audit_entry (
    number        bigint PRIMARY KEY,
    known_at      timestamptz NOT NULL UNIQUE,
    actor         text NOT NULL,
    action        text NOT NULL,
    subject       text NOT NULL,
    details       jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash          bytea NOT NULL
);
CREATE INDEX audit_entry_subject ON luoshi.audit_entry (subject, number);
CREATE INDEX audit_entry_actor ON luoshi.audit_entry (actor, number);

-- Moments up to `moment` have been read as final: no later change may be known at or before it.
CREATE TABLE luoshi.change_floor (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    moment timestamptz NOT NULL
);
INSERT INTO luoshi.change_floor (moment) VALUES ('-infinity');

-- Append-only: an update or a removal is a mistake or an attack, whoever makes it.
CREATE FUNCTION luoshi.refuse_audit_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'luoshi.audit_entry is append-only';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON luoshi.audit_entry
    FOR EACH ROW EXECUTE FUNCTION luoshi.refuse_audit_rewrite();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON luoshi.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION luoshi.refuse_audit_rewrite();
