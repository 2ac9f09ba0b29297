-- Whoever held these is gone or too slow. What became of the attempt stands in the log, if anywhere.
UPDATE notifier.deliveries d
SET state = 'waiting', unverified = TRUE, due_at = $1, lease_holder = NULL, lease_until = NULL
FROM (
    SELECT r.instance_id, r.id
    FROM notifier.deliveries r
    WHERE r.state = 'running' AND r.lease_until <= $1
    ORDER BY r.lease_until
    LIMIT $2
    FOR UPDATE SKIP LOCKED
) abandoned
WHERE d.instance_id = abandoned.instance_id AND d.id = abandoned.id
