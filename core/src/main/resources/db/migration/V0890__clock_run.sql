-- A clock may run several times in a case, where its process says so: each run is a limit of its own, with its own
-- ledger. What ran before is run 1.
ALTER TABLE luoshi.case_clock ADD COLUMN run integer NOT NULL DEFAULT 1 CHECK (run >= 1);
ALTER TABLE luoshi.case_clock_entry ADD COLUMN run integer NOT NULL DEFAULT 1;

ALTER TABLE luoshi.case_clock_entry DROP CONSTRAINT case_clock_entry_case_id_clock_fkey;
ALTER TABLE luoshi.case_clock_entry DROP CONSTRAINT case_clock_entry_pkey;
ALTER TABLE luoshi.case_clock DROP CONSTRAINT case_clock_pkey;
ALTER TABLE luoshi.case_clock ADD PRIMARY KEY (case_id, clock, run);
ALTER TABLE luoshi.case_clock_entry ADD PRIMARY KEY (case_id, clock, run, seq);
ALTER TABLE luoshi.case_clock_entry ADD FOREIGN KEY (case_id, clock, run) REFERENCES luoshi.case_clock;

-- No two runs of a clock at once.
CREATE UNIQUE INDEX case_clock_one_run ON luoshi.case_clock (case_id, clock) WHERE ended_on IS NULL;
