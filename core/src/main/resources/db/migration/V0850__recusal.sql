-- Who must not do a task 回避: who had a part in a step that its own step names, and who was recused from the case.
ALTER TABLE luoshi.process_task ADD COLUMN barred text[] NOT NULL DEFAULT '{}';

-- Who is recused from a case, for all its tasks from then on.
CREATE TABLE luoshi.case_recusal (
    case_id bigint NOT NULL REFERENCES luoshi.process_case,
    account text NOT NULL REFERENCES luoshi.account,
    change  bigint NOT NULL REFERENCES luoshi.audit_entry,
    PRIMARY KEY (case_id, account)
);
