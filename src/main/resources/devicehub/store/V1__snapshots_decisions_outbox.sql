-- The same for SQLite and PostgreSQL; ${identity} is the one word they spell differently.
-- Times are whole milliseconds since 1970 UTC. A record is named by feed and id, as in exchange:jane.doe@acme.example/JUQ…E10.

-- Which answers of which feed came, and which are in force. Names of files, no content.
CREATE TABLE snapshots (
  id          ${identity},
  feed        TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  state       TEXT    NOT NULL,
  taken_at    BIGINT  NOT NULL,
  rows_in     BIGINT  NOT NULL,
  accepted    BIGINT  NOT NULL,
  duplicate   BIGINT  NOT NULL,
  rejected    BIGINT  NOT NULL,
  ignored     BIGINT  NOT NULL,
  held        BIGINT  NOT NULL,
  reason      TEXT    NOT NULL
);
CREATE INDEX snapshots_by_feed ON snapshots (feed, id);
CREATE INDEX snapshots_in_force ON snapshots (id) WHERE state = 'IN_FORCE';

CREATE TABLE snapshot_parts (
  snapshot_id BIGINT  NOT NULL REFERENCES snapshots (id),
  ordinal     INTEGER NOT NULL,
  sha256      TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  bytes       BIGINT  NOT NULL,
  PRIMARY KEY (snapshot_id, ordinal)
);

-- What people decided. Appended, never changed. other_… is null for one-record decisions.
CREATE TABLE decisions (
  id          ${identity},
  kind        TEXT    NOT NULL,
  record_feed TEXT    NOT NULL,
  record_id   TEXT    NOT NULL,
  other_feed  TEXT,
  other_id    TEXT,
  decided_by  TEXT    NOT NULL,
  note        TEXT    NOT NULL,
  decided_at  BIGINT  NOT NULL
);

-- Every merge ever made; it stands while retracted_at is null. A mail record stands in one merge at most.
CREATE TABLE merges (
  id              ${identity},
  enrollment_feed TEXT    NOT NULL,
  enrollment_id   TEXT    NOT NULL,
  mail_feed       TEXT    NOT NULL,
  mail_id         TEXT    NOT NULL,
  rule            TEXT    NOT NULL,
  authority       TEXT    NOT NULL,
  merged_at       BIGINT  NOT NULL,
  retracted_at    BIGINT
);
CREATE UNIQUE INDEX merges_standing ON merges (mail_id, mail_feed) WHERE retracted_at IS NULL;

-- The life of every exception; it is open while cleared_at is null. A record has one open exception at most.
CREATE TABLE exceptions (
  id          TEXT    NOT NULL PRIMARY KEY,
  feed        TEXT    NOT NULL,
  record_id   TEXT    NOT NULL,
  occurrence  INTEGER NOT NULL,
  revision    INTEGER NOT NULL,
  reason      TEXT    NOT NULL,
  fingerprint TEXT    NOT NULL,
  opened_at   BIGINT  NOT NULL,
  changed_at  BIGINT  NOT NULL,
  cleared_at  BIGINT
);
CREATE UNIQUE INDEX exceptions_open ON exceptions (record_id, feed) WHERE cleared_at IS NULL;

-- Messages owed to the queue, in the order they must be sent; a message waits while sent_at is null.
CREATE TABLE outbox (
  sequence     ${identity},
  event_id     TEXT    NOT NULL UNIQUE,
  event        TEXT    NOT NULL,
  exception_id TEXT    NOT NULL,
  reason       TEXT    NOT NULL,
  feed         TEXT    NOT NULL,
  platform     TEXT    NOT NULL,
  severity     TEXT    NOT NULL,
  body         TEXT    NOT NULL,
  sent_at      BIGINT
);
CREATE INDEX outbox_pending ON outbox (sequence) WHERE sent_at IS NULL;
