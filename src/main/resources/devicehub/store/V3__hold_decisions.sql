-- What people made of held snapshots. Appended, never changed.
CREATE TABLE hold_decisions (
  id          ${identity},
  snapshot_id BIGINT  NOT NULL REFERENCES snapshots (id),
  feed        TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  decided_by  TEXT    NOT NULL,
  note        TEXT    NOT NULL,
  decided_at  BIGINT  NOT NULL
);
