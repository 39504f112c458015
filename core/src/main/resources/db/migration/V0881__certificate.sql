-- What was issued at the end of cases 证书: frozen words, so that a later edit of a pack or a register changes no paper
-- that is out. Whoever has the paper can ask whether it is genuine and still holds.
CREATE TABLE luoshi.certificate (
    number      text PRIMARY KEY,             -- WHJSZ-2025-000001
    case_id     bigint NOT NULL UNIQUE REFERENCES luoshi.process_case,
    outcome     text NOT NULL,
    title_zh    text NOT NULL,
    title_en    text NOT NULL,
    body_zh     text NOT NULL,
    body_en     text NOT NULL,
    public_zh   text NOT NULL,                -- the same with personal data covered, for whoever asks
    public_en   text NOT NULL,
    issuer      text NOT NULL REFERENCES luoshi.unit,
    issued_on   date NOT NULL,
    valid_until date,                         -- the last day; null where it holds for ever
    digest      text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of all of the above
    change      bigint NOT NULL REFERENCES luoshi.audit_entry,
    revoked_on  date,
    revoked_by  text,
    revoked_for text,
    revoked_change bigint REFERENCES luoshi.audit_entry,
    CHECK ((revoked_on IS NULL) = (revoked_for IS NULL)),
    CHECK ((revoked_on IS NULL) = (revoked_change IS NULL))
);

-- It may be revoked, once; nothing else of it ever changes.
CREATE FUNCTION luoshi.refuse_certificate_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.revoked_on IS NOT NULL OR NEW.revoked_on IS NULL
        OR (NEW.number, NEW.case_id, NEW.outcome, NEW.title_zh, NEW.title_en, NEW.body_zh, NEW.body_en, NEW.public_zh,
            NEW.public_en, NEW.issuer, NEW.issued_on, NEW.valid_until, NEW.digest, NEW.change)
        IS DISTINCT FROM
           (OLD.number, OLD.case_id, OLD.outcome, OLD.title_zh, OLD.title_en, OLD.body_zh, OLD.body_en, OLD.public_zh,
            OLD.public_en, OLD.issuer, OLD.issued_on, OLD.valid_until, OLD.digest, OLD.change)
    THEN
        RAISE EXCEPTION 'a certificate that was issued is never changed but revoked, once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER certificate_unchanged BEFORE UPDATE OR DELETE ON luoshi.certificate
    FOR EACH ROW EXECUTE FUNCTION luoshi.refuse_certificate_change();
