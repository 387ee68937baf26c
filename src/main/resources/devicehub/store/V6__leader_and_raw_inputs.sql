-- Who leads, of the hubs on one database; a single row. epoch rises with every change of leader, and is the key, so
-- that a change waits for the leader's open transactions while a renewal does not. Unused in SQLite.
CREATE TABLE leader (
  epoch      BIGINT NOT NULL PRIMARY KEY,
  holder     TEXT   NOT NULL,
  expires_at BIGINT NOT NULL
);
INSERT INTO leader (epoch, holder, expires_at) VALUES (0, '', 0);

-- Raw input by the SHA-256 of its content, in pieces. Unused in SQLite, beside which it is kept in files.
CREATE TABLE raw_inputs (
  sha256  TEXT   NOT NULL PRIMARY KEY,
  bytes   BIGINT NOT NULL,
  kept_at BIGINT NOT NULL
);

CREATE TABLE raw_chunks (
  sha256  TEXT     NOT NULL REFERENCES raw_inputs (sha256) ON DELETE CASCADE,
  ordinal INTEGER  NOT NULL,
  content ${bytes} NOT NULL,
  PRIMARY KEY (sha256, ordinal)
);
