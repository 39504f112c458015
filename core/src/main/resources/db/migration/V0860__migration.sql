-- Running cases taken over by a newer version of their process. Each case is a transaction of its own, so a run that was
-- cut off goes on with the cases that are left.
CREATE TABLE luoshi.process_migration (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    process     text NOT NULL,                -- pack.process
    version     bigint NOT NULL REFERENCES luoshi.process_version, -- to which
    started_by  text NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,                  -- null while it is under way, or was cut off
    stop        boolean NOT NULL DEFAULT false, -- somebody asked it to stop
    moved       integer NOT NULL DEFAULT 0,   -- cases
    left_behind integer NOT NULL DEFAULT 0    -- cases that cannot be taken over, and stay on their version
);
CREATE INDEX process_migration_process ON luoshi.process_migration (process, id DESC);
CREATE INDEX process_case_version ON luoshi.process_case (process, version, id) WHERE closed_at IS NULL;
