-- Puts a new layout in the place of the one that was read, unless another pod was faster. With the same statement the old
-- shards' leases are taken from whoever holds them, for ever: none of them can be renewed or taken again, so whoever makes
-- sure of its lease after it fenced its forerunners is not of an old layout.
WITH newest AS (
    SELECT first_shard, shards FROM eventstore.relay_layouts ORDER BY first_shard DESC LIMIT 1
), begun AS (
    INSERT INTO eventstore.relay_layouts (first_shard, shards, transactional_ids)
    SELECT coalesce(max(newest.first_shard + newest.shards), 0), $2::integer, $3::text
    FROM newest
    HAVING coalesce(max(newest.first_shard), -1) = $1::integer
    ON CONFLICT DO NOTHING
    RETURNING first_shard, shards, transactional_ids
), retired AS (
    INSERT INTO eventstore.leases AS lease (name, holder, epoch, expires_at)
    SELECT 'relay-' || number, 'retired', 1, 'infinity'
    FROM begun
    CROSS JOIN newest
    CROSS JOIN generate_series(newest.first_shard, newest.first_shard + newest.shards - 1) AS number
    ON CONFLICT (name) DO UPDATE
    SET holder = EXCLUDED.holder, epoch = lease.epoch + 1, expires_at = EXCLUDED.expires_at
)
SELECT first_shard, shards, transactional_ids FROM begun
