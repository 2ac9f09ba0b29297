SELECT rebuild_id
FROM projections.rebuilds
WHERE rebuild_id = $1
  AND state = 'building'
FOR UPDATE SKIP LOCKED
