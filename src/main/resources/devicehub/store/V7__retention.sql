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
