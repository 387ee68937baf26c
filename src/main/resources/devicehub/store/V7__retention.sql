-- The rows of a full snapshot that the next one leaves out: what a start needs of earlier snapshots
-- to know which records are missing. Gone with the feed's grace. Absent: not told, both are read.
CREATE TABLE left_out (
  snapshot_id BIGINT NOT NULL PRIMARY KEY REFERENCES snapshots (id),
  before_ids  TEXT   NOT NULL,
  content     TEXT   NOT NULL
);

-- Exceptions of which nothing else is remembered: an id is never used twice.
CREATE TABLE spent_exceptions (
  id TEXT NOT NULL PRIMARY KEY
);

-- Erasures of persons: that, when, by whom and why, of whom only a keyed hash.
CREATE TABLE erasures (
  id          ${identity},
  subject     TEXT    NOT NULL,
  erased_by   TEXT    NOT NULL,
  note        TEXT    NOT NULL,
  begun_at    BIGINT  NOT NULL,
  finished_at BIGINT
);

-- Keyed hashes of the addresses, names and record keys of the erased, which intake passes over.
CREATE TABLE erased_words (
  hash TEXT NOT NULL PRIMARY KEY
);

-- The key of these hashes, one row, made by the first erasure.
CREATE TABLE erasure_key (
  id     INTEGER NOT NULL PRIMARY KEY,
  secret TEXT    NOT NULL
);
