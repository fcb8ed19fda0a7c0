-- Who released a claim with its errors; null: nobody did.
ALTER TABLE claims ADD COLUMN released_by TEXT;
-- Worklists that were handed out and, filled in, taken back.
CREATE TABLE worklists (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs (id),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  direction TEXT NOT NULL,           -- out, back
  at TEXT NOT NULL                   -- UTC
);
CREATE INDEX worklists_by_content ON worklists (sha256);
-- How a run ended, in a line without a patient's data.
ALTER TABLE runs ADD COLUMN line TEXT;
