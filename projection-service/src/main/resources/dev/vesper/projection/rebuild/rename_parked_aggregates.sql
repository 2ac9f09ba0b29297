UPDATE projections.parked_aggregates
SET projection_name = $3
WHERE projection_name = $1
  AND version = $2
