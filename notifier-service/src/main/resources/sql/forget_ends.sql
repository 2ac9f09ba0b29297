DELETE FROM notifier.ends e
USING unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS gone (instance_id, aggregate_type, aggregate_id, sequence)
WHERE e.instance_id = gone.instance_id
    AND e.aggregate_type = gone.aggregate_type
    AND e.aggregate_id = gone.aggregate_id
    AND e.sequence = gone.sequence
