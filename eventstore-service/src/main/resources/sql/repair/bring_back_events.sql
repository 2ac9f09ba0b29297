-- At the places where they stood: everybody who read them in the topic has read the truth.
INSERT INTO eventstore.events2 (
    instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, payload, creator, "owner", "position",
    in_tx_order, partition, created_at)
SELECT lost.instance_id, lost.aggregate_type, lost.aggregate_id, lost.event_type, lost."sequence", lost.revision,
    nullif(lost.payload, '')::jsonb, lost.creator, lost."owner", lost."position", lost.in_tx_order, lost.partition,
    lost.created_at
FROM unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::integer[], $7::text[], $8::text[], $9::text[],
    $10::bigint[], $11::integer[], $12::integer[], $13::timestamptz[])
    AS lost (instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, payload, creator, "owner",
        "position", in_tx_order, partition, created_at)
