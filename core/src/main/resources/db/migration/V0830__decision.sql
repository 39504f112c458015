-- What decision tables answered in a case, with the rules that hit. The tables are those of the case's version then.
CREATE TABLE luoshi.case_decision (
    case_id bigint NOT NULL REFERENCES luoshi.process_case,
    seq     integer NOT NULL,
    at      timestamptz NOT NULL,
    version bigint NOT NULL REFERENCES luoshi.process_version,
    node    text NOT NULL,                    -- the business rule task of the drawing
    rules   integer[] NOT NULL,               -- numbers of the rules that the answers come from; none for `otherwise`
    inputs  jsonb NOT NULL,                   -- input → what was looked at; without what no page may show
    answers jsonb NOT NULL,                   -- list of output → answer
    change  bigint NOT NULL REFERENCES luoshi.audit_entry,
    PRIMARY KEY (case_id, seq)
);
CREATE TRIGGER case_decision_append_only BEFORE UPDATE OR DELETE ON luoshi.case_decision
    FOR EACH ROW EXECUTE FUNCTION luoshi.refuse_case_history_change();
