-- The merges of a cycle that brought very many, such as the first: some ten thousand to a row. They
-- stand unless retracted, or merged anew by a later segment or by a row of merges.
CREATE TABLE merge_segments (
  id        ${identity},
  merged_at BIGINT  NOT NULL,
  merges    INTEGER NOT NULL,
  content   ${bytes} NOT NULL
);

-- Which merges of the segments up to through_segment have stopped to stand, and when. Appended, never changed.
CREATE TABLE segment_retractions (
  id              ${identity},
  mail_feed       TEXT    NOT NULL,
  mail_id         TEXT    NOT NULL,
  through_segment BIGINT  NOT NULL,
  retracted_at    BIGINT  NOT NULL
);
