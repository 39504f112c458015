-- Which packs were in force from which moment, each time all of them, in order of dependency.
CREATE TABLE luoshi.pack_in_force (
    known_at timestamptz NOT NULL,
    position integer NOT NULL,
    pack     text NOT NULL,
    version  text NOT NULL,
    digest   text NOT NULL,             -- SHA-256 over the pack's files, hex
    change   bigint NOT NULL REFERENCES luoshi.audit_entry,
    PRIMARY KEY (known_at, position),
    UNIQUE (known_at, pack)
);

-- The files of every pack version that was ever in force, so that its formulas can be compiled again. A file that did
-- not change from one version to the next is kept once.
CREATE TABLE luoshi.pack_file (
    hash    text PRIMARY KEY,           -- SHA-256 of the content, hex
    content bytea NOT NULL
);
CREATE TABLE luoshi.pack_version_file (
    digest text NOT NULL,
    path   text NOT NULL,
    hash   text NOT NULL REFERENCES luoshi.pack_file,
    PRIMARY KEY (digest, path)
);
