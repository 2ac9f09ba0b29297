UPDATE notifier.deliveries
SET state = 'waiting', retrying = $4, attempts = $5, sequence = $6, due_at = $7, unverified = $8, target = $9,
    lease_holder = NULL, lease_until = NULL
WHERE instance_id = $1 AND id = $2 AND state = 'running' AND lease_holder = $3
