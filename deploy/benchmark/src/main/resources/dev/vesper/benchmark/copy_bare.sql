INSERT INTO eventstore.bare (
    instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator, "owner",
    "position", in_tx_order, partition)
SELECT instance_id, aggregate_type, aggregate_id, event_type, event_sequence, substr(aggregate_version, 2)::smallint,
    creation_date, event_data, editor_user, resource_owner, (extract(epoch FROM creation_date) * 1000000)::bigint,
    event_sequence::integer, 0
FROM eventstore.events
ORDER BY events.event_sequence
