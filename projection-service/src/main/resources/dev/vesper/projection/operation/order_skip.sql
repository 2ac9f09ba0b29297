UPDATE projections.parked_aggregates
SET skip_by = $4, skip_reason = $5, next_attempt_at = to_timestamp(0)
WHERE projection_name = $1
  AND version = $2
  AND failure_id = $3
