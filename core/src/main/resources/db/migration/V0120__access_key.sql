-- Keys by which programs read in an account's name. Of a key only a hash is kept: what was shown once cannot be shown again.

CREATE TABLE luoshi.access_key (
    id              text PRIMARY KEY,          -- part of the key itself, so that one row is looked at
    account         text NOT NULL REFERENCES luoshi.account ON DELETE CASCADE,
    title           text NOT NULL,
    secret_hash     bytea NOT NULL,            -- SHA-256 of 256 random bits
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    revoked_at      timestamptz,
    used_at         timestamptz,               -- to the nearest few minutes
    failed_attempts integer NOT NULL DEFAULT 0,
    locked_until    timestamptz,
    CHECK (expires_at > created_at)
);
CREATE INDEX access_key_account ON luoshi.access_key (account, created_at);
