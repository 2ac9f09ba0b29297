-- Why this cannot miss a late commit: a position is a transaction id, and every transaction with an id below
-- pg_snapshot_xmin of this statement's own snapshot has ended, and what it committed is visible in that snapshot. A
-- transaction that commits later has an id at or above it. So what stands below the horizon is complete for ever, and a
-- reader that goes on after the last pair it saw has skipped nothing. The pair, not the position alone, is the key: a page
-- may end in the middle of a transaction. The horizon comes along even where no event does.
-- No reader may keep the horizon itself as its place: after a crash the server may hand out once more an id that was drawn
-- but never written down. The position of an event that was read is safe, because its commit is on disk. So the last event
-- of a page comes along even where it is in none of the reader's partitions, without its payload: a reader whose
-- partitions are silent goes on from there, instead of passing over the others' events again and again.
-- A page ends at a number of events or where the payloads before it reach a number of bytes. Sizes are those of storage,
-- so that nothing is read to be measured; a compressed payload counts as the largest that there may be.
WITH horizon AS MATERIALIZED (
    SELECT base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS "position"
    FROM eventstore.position_base
    JOIN eventstore.this_server USING (system_identifier, timeline)
)
SELECT horizon."position" AS horizon, event.instance_id, event.aggregate_type, event.aggregate_id, event.event_type,
    event."sequence", event.revision, event.created_at, CASE WHEN event.own THEN event.payload::text END AS payload,
    event.creator, event."owner", event."position", event.in_tx_order, event.partition, event.own
FROM horizon
LEFT JOIN LATERAL (
    SELECT page.*, sum(page.size) OVER so_far - page.size AS bytes_before,
        lead(page.in_tx_order) OVER so_far IS NULL AS is_last
    FROM (
        SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator,
            "owner", "position", in_tx_order, partition, partition = ANY ($3::integer[]) AS own,
            CASE
                WHEN partition <> ALL ($3::integer[]) THEN 0
                WHEN pg_column_compression(payload) IS NULL THEN coalesce(pg_column_size(payload), 0)
                ELSE $6::integer
            END AS size
        FROM eventstore.all_events
        WHERE ("position", in_tx_order) > ($1::bigint, $2::integer)
            AND "position" < horizon."position"
        ORDER BY "position", in_tx_order
        LIMIT $4
    ) AS page
    WINDOW so_far AS (ORDER BY page."position", page.in_tx_order ROWS UNBOUNDED PRECEDING)
) AS event ON event.bytes_before < $5 AND (event.own OR event.is_last)
ORDER BY event."position", event.in_tx_order
