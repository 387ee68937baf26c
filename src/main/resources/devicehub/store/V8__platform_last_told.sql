-- The platform that the queue was last told of an exception: consumers who select by it shall hear of its end as well.
-- Of exceptions whose messages are forgotten already it is not known.
ALTER TABLE exceptions ADD COLUMN platform TEXT NOT NULL DEFAULT 'UNKNOWN';
UPDATE exceptions SET platform = told.platform
  FROM (SELECT exception_id, platform, ROW_NUMBER() OVER (PARTITION BY exception_id ORDER BY sequence DESC) AS back
          FROM outbox WHERE platform <> '') AS told
  WHERE told.exception_id = exceptions.id AND told.back = 1;
