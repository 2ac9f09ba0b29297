SELECT COUNT(*)::INTEGER AS parked_aggregates
FROM projections.parked_aggregates
WHERE projection_name = $1
  AND version = $2
