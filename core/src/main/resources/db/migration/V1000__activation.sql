-- Which version of which pack was in force since when: a past figure names the pack that computed it.
CREATE TABLE luoshi.pack_activation (
    pack     text NOT NULL,
    version  text NOT NULL,
    digest   text NOT NULL,             -- SHA-256 over the pack's files, hex
    known_at timestamptz NOT NULL,
    change   bigint NOT NULL REFERENCES luoshi.audit_entry,
    PRIMARY KEY (pack, known_at)
);

-- Present only in a demonstration: the program's clock shows `shown_at` where the machine's said `machine_at`.
CREATE TABLE luoshi.demonstration (
    single     boolean PRIMARY KEY DEFAULT true CHECK (single),
    machine_at timestamptz NOT NULL,
    shown_at   timestamptz NOT NULL
);
