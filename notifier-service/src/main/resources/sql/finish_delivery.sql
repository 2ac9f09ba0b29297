UPDATE notifier.deliveries
SET state = $4, attempts = $5, sequence = $6, finished_at = $7, unverified = FALSE, lease_holder = NULL, lease_until = NULL
WHERE instance_id = $1 AND id = $2 AND state = 'running' AND lease_holder = $3
