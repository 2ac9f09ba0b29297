WITH released AS (
    DELETE FROM projections.parked_aggregates
    WHERE projection_name = $1
      AND version = $2
      AND instance_id = $4
      AND aggregate_type = $5
      AND aggregate_id = $6
)
DELETE FROM projections.failed_events2
WHERE projection_name = $3
  AND instance_id = $4
  AND aggregate_type = $5
  AND aggregate_id = $6
