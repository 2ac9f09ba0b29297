-- How many shards share the partitions, now and before. The newest row counts, whatever a pod was told to wish for. A shard
-- has the numbers from first_shard on, and no number is ever used again: its lease, its cursor and its transactional id at
-- the broker are its own, and a shard that was retired can be told from every later one.
CREATE TABLE eventstore.relay_layouts (
    first_shard       INTEGER NOT NULL CHECK (first_shard >= 0),
    shards            INTEGER NOT NULL CHECK (shards > 0),
    -- What the transactional ids begin with; the shard's number follows.
    transactional_ids TEXT    NOT NULL CHECK (transactional_ids <> ''),
    -- Whether the broker takes nothing any more from these shards, because a later one has seen to it.
    fenced            BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT relay_layouts_pkey PRIMARY KEY (first_shard)
);

-- What was at work before there were layouts goes on as it is.
INSERT INTO eventstore.relay_layouts (first_shard, shards, transactional_ids)
SELECT 0, count(*), 'vesper-relay-'
FROM eventstore.leases
WHERE name ~ '^relay-[0-9]+$'
HAVING count(*) > 0;

-- The number of partitions that the log is written for: each event has its partition stored with it, so it never changes.
CREATE TABLE eventstore.partition_count (
    only_row   BOOLEAN  NOT NULL DEFAULT true CHECK (only_row),
    partitions SMALLINT NOT NULL CHECK (partitions > 0),
    CONSTRAINT partition_count_pkey PRIMARY KEY (only_row)
);
