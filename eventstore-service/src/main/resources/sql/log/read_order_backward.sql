-- Looks at the next events of the whole log, newest first, at most $5, and answers those that match, at most $6, with the place up
-- to which it has looked: so a filter that matches little costs many short statements and not a long one.
-- It stays below the horizon that the query began with, see read_horizon.sql, and goes on after the pair, so it misses no
-- late commit.
WITH seen AS MATERIALIZED (
    SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator, "owner",
        "position", in_tx_order, partition
    FROM eventstore.all_events
    WHERE ("position", in_tx_order) < ($1::bigint, $2::integer)
        AND ("position", in_tx_order) > ($3::bigint, $4::integer)
    ORDER BY "position" DESC, in_tx_order DESC
    LIMIT $5
)
SELECT last_seen."position" AS seen_position, last_seen.in_tx_order AS seen_in_tx_order, last_seen.events AS seen_events,
    event.instance_id, event.aggregate_type, event.aggregate_id, event.event_type, event."sequence", event.revision,
    event.created_at, event.payload::text AS payload, event.creator, event."owner", event."position", event.in_tx_order,
    event.partition
FROM (
    SELECT "position", in_tx_order, count(*) OVER () AS events
    FROM seen
    ORDER BY "position", in_tx_order
    LIMIT 1) AS last_seen
LEFT JOIN (
    SELECT *
    FROM seen
    WHERE ($7::text = '' OR instance_id = $7)
        AND ($8::text[] IS NULL OR aggregate_type = ANY ($8))
        AND ($9::text[] IS NULL OR aggregate_id = ANY ($9))
        AND ($10::text[] IS NULL OR event_type = ANY ($10))
        AND ($11::text = '' OR creator = $11)
        AND ($12::text = '' OR "owner" = $12)
        AND ($13::timestamptz IS NULL OR created_at >= $13)
        AND ($14::timestamptz IS NULL OR created_at < $14)
        AND ($15::text IS NULL OR payload @> $15::jsonb)
    ORDER BY "position" DESC, in_tx_order DESC
    LIMIT $6) AS event ON true
ORDER BY event."position" DESC, event.in_tx_order DESC
