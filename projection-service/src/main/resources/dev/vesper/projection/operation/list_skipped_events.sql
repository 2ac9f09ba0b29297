SELECT instance_id, aggregate_type, aggregate_id, sequence, skipped_by, reason, skipped_at
FROM projections.skipped_events
WHERE projection_name = $1
  AND version = $2
ORDER BY skipped_at DESC
LIMIT 1000
