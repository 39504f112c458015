-- Briefings 简报 as they were issued. An edition is never changed: a correction is a later edition.

CREATE TABLE luoshi.briefing_edition (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    layout    text NOT NULL,               -- e.g. plan_follow_up.weekly
    subject   text NOT NULL,               -- city, unit:ID or focus:ID
    period    text NOT NULL,               -- e.g. 2025-W38
    number    integer NOT NULL CHECK (number > 0),
    moment    timestamptz NOT NULL,        -- as of which its figures were read
    document  text NOT NULL,               -- the whole document with its bindings, as JSON
    digest    text NOT NULL,               -- SHA-256 (hex) of document
    figures   integer NOT NULL,
    issued_by text NOT NULL,
    issued_at timestamptz NOT NULL,
    change    bigint NOT NULL REFERENCES luoshi.audit_entry,
    UNIQUE (layout, subject, period, number)
);
CREATE INDEX briefing_edition_issued ON luoshi.briefing_edition (issued_at DESC, id DESC);

CREATE FUNCTION luoshi.refuse_edition_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'luoshi.briefing_edition is append-only';
END $$;
CREATE TRIGGER briefing_edition_append_only BEFORE UPDATE OR DELETE ON luoshi.briefing_edition
    FOR EACH ROW EXECUTE FUNCTION luoshi.refuse_edition_rewrite();
