-- What the ledger knows of itself. key: a hash that only its key gives; last_pass: when an inbox was looked at last (UTC).
CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
-- Which inbox a run of `inbox` looks after; null: of a version that did not say.
ALTER TABLE runs ADD COLUMN inbox TEXT;
