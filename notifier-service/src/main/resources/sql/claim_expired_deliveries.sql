-- What has outlived its time is taken whatever its target's state, so that it always ends with an event.
UPDATE notifier.deliveries d
SET state = 'running', lease_holder = $4, lease_until = $5
FROM (
    SELECT w.instance_id, w.id
    FROM notifier.deliveries w
    WHERE w.state = 'waiting' AND w.kind = $1 AND w.requested_at <= $2
    ORDER BY w.requested_at
    LIMIT $3
    FOR UPDATE SKIP LOCKED
) due
WHERE d.instance_id = due.instance_id AND d.id = due.id
RETURNING d.instance_id, d.id, d.kind, d.target, d.owner, d.request, d.traceparent, d.requested_at, d.retrying,
    d.unverified, d.attempts, d.sequence
