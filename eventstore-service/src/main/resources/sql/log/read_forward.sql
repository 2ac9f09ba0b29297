-- A page of the global order through a filter. It cannot miss a late commit: like read_global_order.sql it stops at the
-- horizon of its own snapshot, below which every transaction has ended, and goes on after the pair.
SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload::text AS payload,
    creator, "owner", "position", in_tx_order, partition
FROM eventstore.events2
WHERE ("position", in_tx_order) > ($1::bigint, $2::integer)
    AND ($3::text = '' OR instance_id = $3)
    AND ($4::text[] IS NULL OR aggregate_type = ANY ($4))
    AND ($5::text[] IS NULL OR aggregate_id = ANY ($5))
    AND ($6::text[] IS NULL OR event_type = ANY ($6))
    AND ($7::text = '' OR creator = $7)
    AND ($8::text = '' OR "owner" = $8)
    AND ($9::timestamptz IS NULL OR created_at >= $9)
    AND ($10::timestamptz IS NULL OR created_at < $10)
    AND "position" < (
        SELECT base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        FROM eventstore.position_base
        JOIN eventstore.this_server USING (system_identifier, timeline))
ORDER BY "position", in_tx_order
LIMIT $11
