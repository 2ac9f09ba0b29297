UPDATE projections.rebuilds
SET state = 'canceled', canceled_by = 'setup step ' || $1, finished_at = clock_timestamp()
WHERE state = 'building'
