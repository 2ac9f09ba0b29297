SELECT
    instance_id, aggregate_type, aggregate_id, partition, failed_sequence, attempts, next_attempt_at, skip_by, skip_reason
FROM projections.parked_aggregates
WHERE projection_name = $1
  AND version = $2
