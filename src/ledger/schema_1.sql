-- What runs did. No patient's data: claims are known by keyed hashes (docs/operations.md).
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,             -- scrub, rerun or inbox
  version TEXT NOT NULL,
  started TEXT NOT NULL,             -- UTC
  ended TEXT,                        -- null: at work, or cut off
  exit_code INTEGER
);
-- Inputs. prepared: the outputs may be there; published: they are; archived, quarantined: the input was moved.
CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs (id),
  name TEXT NOT NULL,                -- as reports call it
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL,
  status TEXT NOT NULL,              -- ok, held, refused or unreadable
  summary TEXT NOT NULL,             -- path of summary.json
  outputs TEXT NOT NULL,             -- a line for each output: SHA-256, a blank, its name
  at TEXT NOT NULL,                  -- UTC
  moved_to TEXT
);
CREATE INDEX files_by_content ON files (sha256);
CREATE INDEX files_by_run ON files (run);
-- Transaction sets with claims. sent_interchange and sent_group differ from what was received after a rerun.
CREATE TABLE sets (
  file INTEGER NOT NULL REFERENCES files (id),
  ordinal INTEGER NOT NULL,          -- of the set, from 1 in the file
  sender TEXT NOT NULL,              -- ISA06
  receiver TEXT NOT NULL,            -- ISA08
  interchange TEXT NOT NULL,         -- ISA13
  functional_group TEXT NOT NULL,    -- GS06
  transaction_set TEXT NOT NULL,     -- ST02
  sent_interchange TEXT NOT NULL,
  sent_group TEXT NOT NULL,
  PRIMARY KEY (file, ordinal)
) WITHOUT ROWID;
-- Claims. sent is null where the claim went out as it was received, or is held; services is 0 where claims
-- are not compared by what they bill.
CREATE TABLE claims (
  file INTEGER NOT NULL REFERENCES files (id),
  claim_index INTEGER NOT NULL,      -- from 1 in the file
  set_ordinal INTEGER NOT NULL,
  id_hash INTEGER NOT NULL,          -- of CLM01
  received INTEGER NOT NULL,         -- of the claim and the levels above it
  sent INTEGER,
  services INTEGER NOT NULL,         -- of patient, billing provider, dates, codes and charges
  disposition TEXT NOT NULL,
  cents INTEGER NOT NULL,            -- CLM02
  rules TEXT NOT NULL,               -- of the errors that are left
  PRIMARY KEY (file, claim_index)
) WITHOUT ROWID;
CREATE INDEX claims_by_id ON claims (id_hash);
CREATE INDEX claims_by_received ON claims (received);
CREATE INDEX claims_by_sent ON claims (sent) WHERE sent IS NOT NULL;
CREATE INDEX claims_by_services ON claims (services) WHERE services <> 0;
-- The next number of a sequence.
CREATE TABLE numbers (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) WITHOUT ROWID;
