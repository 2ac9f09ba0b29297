UPDATE projections.rebuilds
SET state = 'done'
WHERE rebuild_id = $1
