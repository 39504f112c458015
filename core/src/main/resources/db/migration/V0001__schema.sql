-- The migration tool makes the schema itself, for its history table.
COMMENT ON SCHEMA luoshi IS '落实自有的表;每个包(pack)的登记表在以包命名的模式中。 Luoshi''s own tables; each pack''s registers are in a schema named after the pack.';
