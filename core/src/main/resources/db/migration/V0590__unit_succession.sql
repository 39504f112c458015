-- What became of units that ended: from `since` on, look for one under the other. Pack content like the units themselves.
CREATE TABLE luoshi.unit_succession (
    predecessor text NOT NULL REFERENCES luoshi.unit,
    successor   text NOT NULL REFERENCES luoshi.unit,
    since       date NOT NULL,
    known_from  timestamptz NOT NULL,
    PRIMARY KEY (predecessor, successor)
);

CREATE TABLE luoshi.unit_succession_history (LIKE luoshi.unit_succession, known_to timestamptz NOT NULL);
