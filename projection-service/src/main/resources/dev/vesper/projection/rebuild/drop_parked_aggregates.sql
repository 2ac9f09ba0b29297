DELETE FROM projections.parked_aggregates
WHERE projection_name = $1
  AND version = $2
