-- Addresses at which calendar programs read the days on which cases are due. Whoever has the address reads the calendar,
-- so only a hash of its secret is kept, and it ends when it is revoked.
CREATE TABLE luoshi.calendar_feed (
    id          text PRIMARY KEY,               -- part of the address, so that one row is looked at
    account     text NOT NULL REFERENCES luoshi.account ON DELETE CASCADE,
    unit        text REFERENCES luoshi.unit,    -- whose open tasks it shows; null for the account's own
    language    text NOT NULL CHECK (language IN ('zh', 'en')),
    secret_hash bytea NOT NULL,                 -- SHA-256 of 256 random bits
    created_at  timestamptz NOT NULL,
    revoked_at  timestamptz,
    change      bigint NOT NULL REFERENCES luoshi.audit_entry
);
CREATE INDEX calendar_feed_account ON luoshi.calendar_feed (account, created_at);
