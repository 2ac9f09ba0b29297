-- Events that each shard has not yet relayed: how many, counted up to a limit, and the age of the oldest. A shard that has
-- not written a cursor yet stands where its partitions were left by the layout before.
WITH layout AS (
    SELECT first_shard, shards FROM eventstore.relay_layouts ORDER BY first_shard DESC LIMIT 1
), reached AS (
    SELECT DISTINCT ON (partition.number) partition.number, coalesce(known."position", -1) AS "position",
        coalesce(known.in_tx_order, -1) AS in_tx_order
    FROM generate_series(0, $2::integer - 1) AS partition (number)
    CROSS JOIN eventstore.relay_layouts AS each
    LEFT JOIN eventstore.relay_cursors AS known ON known.shard = each.first_shard + partition.number % each.shards
    ORDER BY partition.number, known.shard IS NULL, each.first_shard DESC
), shard AS (
    SELECT DISTINCT ON (reached.number % layout.shards) reached.number % layout.shards AS number, layout.shards,
        reached."position", reached.in_tx_order
    FROM reached
    CROSS JOIN layout
    ORDER BY reached.number % layout.shards, reached."position", reached.in_tx_order
)
SELECT shard.number AS shard, count(unrelayed.created_at) AS events,
    coalesce(extract(epoch FROM clock_timestamp() - min(unrelayed.created_at)), 0)::float8 AS oldest_age_seconds
FROM shard
LEFT JOIN LATERAL (
    SELECT event.created_at
    FROM eventstore.events2 AS event
    WHERE (event."position", event.in_tx_order) > (shard."position", shard.in_tx_order)
        AND event.partition % shard.shards = shard.number
    ORDER BY event."position", event.in_tx_order
    LIMIT $1) AS unrelayed ON true
GROUP BY shard.number
ORDER BY shard.number
