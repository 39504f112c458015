-- Webhooks 事件推送: who is told of changes, and what is still to be told. A delivery is written in the transaction of the
-- change that it tells of, so what is committed is told, and what is rolled back is not.

CREATE TABLE luoshi.webhook (
    id         text PRIMARY KEY,
    title      text NOT NULL,
    address    text NOT NULL,
    secret     text NOT NULL,              -- signs what is sent, so it cannot be kept as a hash
    topics     text[] NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    paused_at  timestamptz                 -- nothing is sent meanwhile; what happens waits
);

CREATE TABLE luoshi.webhook_delivery (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook     text NOT NULL REFERENCES luoshi.webhook ON DELETE CASCADE,
    event       text NOT NULL,              -- id of the CloudEvent
    topic       text NOT NULL,
    body        text NOT NULL,              -- the CloudEvent, as it is signed
    created_at  timestamptz NOT NULL,
    state       text NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead')),
    attempts    integer NOT NULL DEFAULT 0,
    next_at     timestamptz NOT NULL,       -- of a waiting one: when to try; while it is tried: when another may
    ended_at    timestamptz,                -- delivered or given up
    status      integer,                    -- of the last answer
    failure     text                        -- why the last attempt failed
);
CREATE INDEX webhook_delivery_due ON luoshi.webhook_delivery (next_at, webhook) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_of ON luoshi.webhook_delivery (webhook, id);
CREATE INDEX webhook_delivery_ended ON luoshi.webhook_delivery (ended_at) WHERE state = 'delivered';
