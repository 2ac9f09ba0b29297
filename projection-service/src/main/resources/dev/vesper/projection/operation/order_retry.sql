-- Due at once, whatever the pod's clock says.
UPDATE projections.parked_aggregates
SET next_attempt_at = to_timestamp(0)
WHERE projection_name = $1
  AND version = $2
  AND failure_id = $3
