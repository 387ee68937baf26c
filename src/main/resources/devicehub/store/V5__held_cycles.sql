-- What the newest cycle written was decided on: 'rules' names the rule book, 'records FEED' and 'people FEED' count.
CREATE TABLE cycle_basis (
  subject     TEXT    NOT NULL PRIMARY KEY,
  value       TEXT    NOT NULL
);

-- Cycles that would have changed too much at once. One waits for a person while ended_at is null.
CREATE TABLE cycle_holds (
  id          ${identity},
  held_at     BIGINT  NOT NULL,
  rules       TEXT    NOT NULL,
  retracted   INTEGER NOT NULL,
  merged      INTEGER NOT NULL,
  opened      INTEGER NOT NULL,
  reason      TEXT    NOT NULL,
  ended_at    BIGINT
);

-- Which of them people released. Appended, never changed.
CREATE TABLE cycle_releases (
  id          ${identity},
  hold_id     BIGINT  NOT NULL UNIQUE REFERENCES cycle_holds (id),
  released_by TEXT    NOT NULL,
  note        TEXT    NOT NULL,
  released_at BIGINT  NOT NULL
);
