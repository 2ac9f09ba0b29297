-- Looks at the next events of some kinds, newest first: the nearest of each kind are found in the index by type, and the nearest of
-- all are read. Answers like read_order_backward.sql.
-- It stays below the horizon that the query began with, see read_horizon.sql, and goes on after the pair, so it misses no
-- late commit.
WITH nearest AS MATERIALIZED (
    SELECT key."position", key.in_tx_order
    FROM unnest($16::text[], $17::text[], $18::text[]) AS kind (instance_id, aggregate_type, event_type)
    CROSS JOIN LATERAL (
        SELECT "position", in_tx_order
        FROM eventstore.all_events AS event
        WHERE event.instance_id = kind.instance_id AND event.aggregate_type = kind.aggregate_type
            AND event.event_type = kind.event_type
            AND ("position", in_tx_order) < ($1::bigint, $2::integer)
            AND ("position", in_tx_order) > ($3::bigint, $4::integer)
        ORDER BY "position" DESC, in_tx_order DESC
        LIMIT $5) AS key
    ORDER BY key."position" DESC, key.in_tx_order DESC
    LIMIT $5
), seen AS MATERIALIZED (
    SELECT event.*
    FROM nearest
    JOIN eventstore.all_events AS event USING ("position", in_tx_order)
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
