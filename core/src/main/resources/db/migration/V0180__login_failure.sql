-- Failed log-ins by the name that was tried, whether an account has it or not, so that a lock tells nobody which names
-- exist. A row counts for the time of a lock after its last failure and is removed after it.

CREATE TABLE luoshi.login_failure (
    name_digest bytea PRIMARY KEY,         -- SHA-256, so that what was typed is not kept
    failures    integer NOT NULL CHECK (failures > 0),
    last_at     timestamptz NOT NULL
);
CREATE INDEX login_failure_last_at ON luoshi.login_failure (last_at);

ALTER TABLE luoshi.account DROP COLUMN failed_attempts, DROP COLUMN locked_until;
