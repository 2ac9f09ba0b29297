UPDATE projections.failed_events2
SET projection_name = $2
WHERE projection_name = $1
