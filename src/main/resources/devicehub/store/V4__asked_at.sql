-- When a source was asked for a snapshot, before its first page; null where it was pushed or dropped.
-- Incremental polls ask from here on.
ALTER TABLE snapshots ADD COLUMN asked_at BIGINT;
