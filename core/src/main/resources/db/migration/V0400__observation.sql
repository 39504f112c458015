-- Observations 观测: what sensors measured. The words are those of OGC SensorThings 1.1.

CREATE TABLE luoshi.thing (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit        text NOT NULL,                 -- whose it is: decides who may read and write what it measures
    name        text NOT NULL,
    description text NOT NULL,
    properties  jsonb NOT NULL DEFAULT '{}'    -- the sender's own words
);
CREATE INDEX thing_unit ON luoshi.thing (unit, id);

CREATE TABLE luoshi.location (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit          text NOT NULL,
    name          text NOT NULL,
    description   text NOT NULL,
    encoding_type text NOT NULL,
    place         jsonb NOT NULL,              -- as sent; GeoJSON where the encoding says so
    west          double precision,            -- degrees, around a GeoJSON place; null: no such place
    south         double precision,
    east          double precision,
    north         double precision,
    properties    jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX location_unit ON luoshi.location (unit, id);
CREATE INDEX location_box ON luoshi.location (west, south);

-- Where a thing is now.
CREATE TABLE luoshi.thing_location (
    thing    bigint NOT NULL REFERENCES luoshi.thing ON DELETE CASCADE,
    location bigint NOT NULL REFERENCES luoshi.location ON DELETE CASCADE,
    PRIMARY KEY (thing, location)
);
CREATE INDEX thing_location_location ON luoshi.thing_location (location);

-- Where a thing was from a moment on.
CREATE TABLE luoshi.historical_location (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    thing bigint NOT NULL REFERENCES luoshi.thing ON DELETE CASCADE,
    since timestamptz NOT NULL
);
CREATE INDEX historical_location_thing ON luoshi.historical_location (thing, since DESC);

CREATE TABLE luoshi.historical_place (
    historical_location bigint NOT NULL REFERENCES luoshi.historical_location ON DELETE CASCADE,
    location            bigint NOT NULL REFERENCES luoshi.location ON DELETE CASCADE,
    PRIMARY KEY (historical_location, location)
);
CREATE INDEX historical_place_location ON luoshi.historical_place (location);

CREATE TABLE luoshi.sensor (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit          text NOT NULL,               -- who describes it; everybody who may read at all reads it
    name          text NOT NULL,
    description   text NOT NULL,
    encoding_type text NOT NULL,
    metadata      jsonb NOT NULL,
    properties    jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE luoshi.observed_property (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit        text NOT NULL,                 -- who describes it; everybody who may read at all reads it
    name        text NOT NULL,
    definition  text NOT NULL,
    description text NOT NULL,
    properties  jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE luoshi.feature_of_interest (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit          text NOT NULL,
    name          text NOT NULL,
    description   text NOT NULL,
    encoding_type text NOT NULL,
    place         jsonb NOT NULL,
    west          double precision,
    south         double precision,
    east          double precision,
    north         double precision,
    properties    jsonb NOT NULL DEFAULT '{}',
    made_of       bigint UNIQUE REFERENCES luoshi.location ON DELETE SET NULL  -- the place as it is still
);
CREATE INDEX feature_of_interest_unit ON luoshi.feature_of_interest (unit, id);
CREATE INDEX feature_of_interest_box ON luoshi.feature_of_interest (west, south);

CREATE TABLE luoshi.datastream (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    thing             bigint NOT NULL REFERENCES luoshi.thing ON DELETE CASCADE,
    sensor            bigint NOT NULL REFERENCES luoshi.sensor ON DELETE CASCADE,
    observed_property bigint NOT NULL REFERENCES luoshi.observed_property ON DELETE CASCADE,
    name              text NOT NULL,
    description       text NOT NULL,
    observation_type  text NOT NULL,
    numeric           boolean NOT NULL,        -- whether a result has to be a number
    unit_name         text,
    unit_symbol       text,
    unit_definition   text,
    lowest            double precision,        -- beyond these a number is kept and marked; null: no bound
    highest           double precision,
    observed_area     jsonb,                   -- as sent; null: derived from the features observed
    properties        jsonb NOT NULL DEFAULT '{}',
    CHECK (lowest <= highest)
);
CREATE INDEX datastream_thing ON luoshi.datastream (thing);
CREATE INDEX datastream_sensor ON luoshi.datastream (sensor);
CREATE INDEX datastream_observed_property ON luoshi.datastream (observed_property);

-- Append-only. Of the rows of one datastream and moment the one with the greatest id holds; the others are earlier
-- versions of it. Ids rise in the order of commits. No foreign key and no trigger: they would be paid for by each row;
-- the writer asks for the datastreams of a group at once. What belongs to a datastream that is gone is read by nobody and
-- goes with its partition. Partitions, one for each month, are made by the writer.
CREATE TABLE luoshi.observation (
    id              bigint NOT NULL,
    datastream      bigint NOT NULL,
    phenomenon_time timestamptz NOT NULL,
    result_time     timestamptz,
    known_at        timestamptz NOT NULL,
    feature         bigint,                    -- what it says something about; null: the datastream has no place
    amount          double precision,          -- null where the result is no number
    quality         smallint NOT NULL,         -- place in Quality
    words           text,                      -- what was sent instead of a number
    document        jsonb,                     -- a result that is a truth value, a list or an object
    phenomenon_end  timestamptz,               -- where the phenomenon is a span of time
    valid_from      timestamptz,
    valid_until     timestamptz,
    result_quality  jsonb,
    parameters      jsonb,
    revises         bigint                     -- id of the observation of which this is a later version; null: the first
) PARTITION BY RANGE (phenomenon_time);
CREATE INDEX observation_stream ON luoshi.observation (datastream, phenomenon_time DESC, id DESC);
CREATE INDEX observation_id ON luoshi.observation USING brin (id) WITH (pages_per_range = 16);
CREATE INDEX observation_revises ON luoshi.observation (revises) WHERE revises IS NOT NULL;

-- The newest observation of each datastream and the spans of time of all, in the transaction that stores them.
CREATE TABLE luoshi.observation_latest (
    datastream      bigint PRIMARY KEY REFERENCES luoshi.datastream ON DELETE CASCADE,
    id              bigint NOT NULL,
    phenomenon_time timestamptz NOT NULL,
    earliest_time   timestamptz NOT NULL,
    latest_time     timestamptz NOT NULL,      -- ends of spans included
    earliest_result timestamptz,
    latest_result   timestamptz
) WITH (fillfactor = 50);

-- Which features a datastream has observations of.
CREATE TABLE luoshi.datastream_feature (
    datastream bigint NOT NULL REFERENCES luoshi.datastream ON DELETE CASCADE,
    feature    bigint NOT NULL REFERENCES luoshi.feature_of_interest ON DELETE CASCADE,
    PRIMARY KEY (datastream, feature)
);
CREATE INDEX datastream_feature_feature ON luoshi.datastream_feature (feature);

-- Where the log ends. Its one row is held until a group is committed, so that groups of several programs follow each
-- other as those of one do.
CREATE TABLE luoshi.observation_head (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    last_id  bigint NOT NULL,
    known_at timestamptz NOT NULL
);
INSERT INTO luoshi.observation_head (last_id, known_at) VALUES (0, '2000-01-01T00:00:00Z');
