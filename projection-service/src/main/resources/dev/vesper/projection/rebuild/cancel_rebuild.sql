-- What it built is dropped by the pods that look after rebuilds.
UPDATE projections.rebuilds
SET state = 'canceled', canceled_by = $2, finished_at = clock_timestamp()
WHERE projection_name = $1
  AND state = 'building'
