-- Takes due deliveries target by target, from the target after the last one served ($2), so that no target is served before
-- another has had its turn. Each target is found by one step down the index (a loose index scan), whatever its backlog.
-- $3 and $4: targets with less room than the cap ($6). $10: only instances with an event since then, or all when null.
WITH RECURSIVE targets AS (
    (SELECT target FROM notifier.deliveries
        WHERE state = 'waiting' AND retrying = $1 AND target > $2 ORDER BY target LIMIT 1)
    UNION ALL
    SELECT (SELECT d.target FROM notifier.deliveries d
        WHERE d.state = 'waiting' AND d.retrying = $1 AND d.target > t.target ORDER BY d.target LIMIT 1)
    FROM targets t
    WHERE t.target IS NOT NULL
),
due AS (
    SELECT d.instance_id, d.id
    FROM targets t
    LEFT JOIN unnest($3::text[], $4::int[]) AS busy (target, free) ON busy.target = t.target
    CROSS JOIN LATERAL (
        SELECT w.instance_id, w.id
        FROM notifier.deliveries w
        WHERE w.state = 'waiting' AND w.retrying = $1 AND w.target = t.target AND w.due_at <= $5
            AND ($10::timestamptz IS NULL OR EXISTS (
                SELECT FROM notifier.active_instances a
                WHERE a.instance_id = w.instance_id AND a.last_event_at >= $10))
        ORDER BY w.due_at
        LIMIT coalesce(busy.free, $6)
        FOR UPDATE SKIP LOCKED
    ) d
    WHERE t.target IS NOT NULL
    LIMIT $7
)
UPDATE notifier.deliveries d
SET state = 'running', lease_holder = $8, lease_until = $9
FROM due
WHERE d.instance_id = due.instance_id AND d.id = due.id
RETURNING d.instance_id, d.id, d.kind, d.target, d.owner, d.request, d.traceparent, d.requested_at, d.retrying,
    d.unverified, d.attempts, d.sequence
