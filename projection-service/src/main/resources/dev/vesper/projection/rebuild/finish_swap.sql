UPDATE projections.rebuilds
SET state = 'swapped', finished_at = clock_timestamp()
WHERE rebuild_id = $1
