-- Files that people attach to cases 附件. A file lies in parts of bounded size, so that neither writing nor reading it
-- takes memory by its size; it is in the database, so that it commits, is backed up and restored with its case.
CREATE TABLE luoshi.attachment (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text NOT NULL,                -- as its owner called it, without folders
    kind        text NOT NULL,                -- org.luoshi.pack.process.FileKind, by its content
    size        bigint NOT NULL CHECK (size > 0),
    digest      text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of the content
    notes       text[] NOT NULL,              -- org.luoshi.attachment.FileNote: what is told beside it
    scanned     boolean NOT NULL,             -- a virus scanner has looked; false where none is set up
    uploaded_by text NOT NULL REFERENCES luoshi.account,
    uploaded_at timestamptz NOT NULL
);
CREATE TABLE luoshi.attachment_part (
    attachment bigint NOT NULL REFERENCES luoshi.attachment ON DELETE CASCADE,
    seq        integer NOT NULL,
    bytes      bytea NOT NULL,
    PRIMARY KEY (attachment, seq)
);
-- Files are compressed already; trying it again costs time and gains nothing.
ALTER TABLE luoshi.attachment_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Files of a form that is not sent yet: no facts, and read by nobody but their owner.
CREATE TABLE luoshi.attachment_draft (
    attachment bigint PRIMARY KEY REFERENCES luoshi.attachment ON DELETE CASCADE,
    account    text NOT NULL REFERENCES luoshi.account,
    place      text NOT NULL,                 -- which form: `apply/PACK.PROCESS` or `task/ID`
    field      text NOT NULL
);
CREATE INDEX attachment_draft_place ON luoshi.attachment_draft (account, place);

-- Files of cases, for ever.
CREATE TABLE luoshi.case_attachment (
    attachment bigint PRIMARY KEY REFERENCES luoshi.attachment,
    case_id    bigint NOT NULL REFERENCES luoshi.process_case,
    field      text NOT NULL,                 -- id of the process's attachment
    step       text,                          -- at which it came; null where with the application
    change     bigint NOT NULL REFERENCES luoshi.audit_entry
);
CREATE INDEX case_attachment_case ON luoshi.case_attachment (case_id, attachment);
CREATE TRIGGER case_attachment_append_only BEFORE UPDATE OR DELETE ON luoshi.case_attachment
    FOR EACH ROW EXECUTE FUNCTION luoshi.refuse_case_history_change();

CREATE FUNCTION luoshi.refuse_attachment_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a file that was taken is never changed';
END $$;
CREATE TRIGGER attachment_unchanged BEFORE UPDATE ON luoshi.attachment
    FOR EACH ROW EXECUTE FUNCTION luoshi.refuse_attachment_change();
CREATE TRIGGER attachment_part_unchanged BEFORE UPDATE ON luoshi.attachment_part
    FOR EACH ROW EXECUTE FUNCTION luoshi.refuse_attachment_change();
