INSERT INTO notifier.ends
    (instance_id, aggregate_type, aggregate_id, event_type, sequence, subject, subject_id, owner, trigger_origin,
     traceparent, ended_at, partition)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::text[], $11::timestamptz[], $12::int[])
ON CONFLICT DO NOTHING
