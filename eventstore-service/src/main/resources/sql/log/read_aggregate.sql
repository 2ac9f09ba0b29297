SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload::text AS payload,
    creator, "owner", "position", in_tx_order, partition
FROM eventstore.all_events
WHERE instance_id = $1 AND aggregate_type = $2 AND aggregate_id = $3 AND "sequence" >= $4
ORDER BY "sequence"
LIMIT $5
