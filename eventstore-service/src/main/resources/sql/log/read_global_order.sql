-- Why this cannot miss a late commit: a position is a transaction id, and every transaction with an id below
-- pg_snapshot_xmin of this statement's own snapshot has ended, and what it committed is visible in that snapshot. A
-- transaction that commits later has an id at or above it. So what stands below the horizon is complete for ever, and a
-- reader that goes on after the last pair it saw has skipped nothing. The pair, not the position alone, is the key: a page
-- may end in the middle of a transaction. The horizon comes along even where no event does.
-- No reader may keep the horizon itself as its place: after a crash the server may hand out once more an id that was drawn
-- but never written down. The position of an event that was read is safe, because its commit is on disk.
WITH horizon AS MATERIALIZED (
    SELECT base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS "position"
    FROM eventstore.position_base
    JOIN eventstore.this_server USING (system_identifier, timeline)
)
SELECT horizon."position" AS horizon, event.*
FROM horizon
LEFT JOIN LATERAL (
    SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at,
        payload::text AS payload, creator, "owner", "position", in_tx_order, partition
    FROM eventstore.events2
    WHERE ("position", in_tx_order) > ($1::bigint, $2::integer)
        AND "position" < horizon."position"
        AND partition = ANY ($3::integer[])
    ORDER BY "position", in_tx_order
    LIMIT $4
) AS event ON true
ORDER BY event."position", event.in_tx_order
