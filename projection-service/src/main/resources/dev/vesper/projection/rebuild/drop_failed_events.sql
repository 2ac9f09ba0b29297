DELETE FROM projections.failed_events2
WHERE projection_name = $1
