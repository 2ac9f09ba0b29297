-- Of these events of the topic, those that the log does not hold; taken where it holds another in their place.
SELECT wanted.n, same."position" IS NOT NULL OR there."position" IS NOT NULL AS taken
FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::timestamptz[])
    WITH ORDINALITY AS wanted ("position", in_tx_order, instance_id, aggregate_type, aggregate_id, "sequence", created_at, n)
LEFT JOIN eventstore.all_events AS same
    ON same.instance_id = wanted.instance_id AND same.aggregate_type = wanted.aggregate_type
    AND same.aggregate_id = wanted.aggregate_id AND same."sequence" = wanted."sequence"
LEFT JOIN eventstore.all_events AS there
    ON there."position" = wanted."position" AND there.in_tx_order = wanted.in_tx_order
WHERE (same."position", same.in_tx_order, same.created_at)
    IS DISTINCT FROM (wanted."position", wanted.in_tx_order, wanted.created_at)
ORDER BY wanted.n
