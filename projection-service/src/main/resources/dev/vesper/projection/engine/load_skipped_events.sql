SELECT instance_id, aggregate_type, aggregate_id, sequence
FROM projections.skipped_events
WHERE projection_name = $1
  AND version = $2
