-- From the trigger. A row that the notification's own event made first gives way while nothing has been tried.
INSERT INTO notifier.deliveries AS d
    (instance_id, id, kind, state, retrying, unverified, target, owner, request, traceparent, requested_at, due_at,
     attempts, sequence, finished_at)
SELECT n.instance_id, n.id, n.kind, n.state, n.retrying, FALSE, n.target, n.owner, n.request, n.traceparent,
    n.requested_at, n.due_at, n.attempts, n.sequence, n.finished_at
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bool[], $6::text[], $7::text[], $8::text[], $9::text[],
        $10::timestamptz[], $11::timestamptz[], $12::int[], $13::bigint[], $14::timestamptz[])
    AS n (instance_id, id, kind, state, retrying, target, owner, request, traceparent, requested_at, due_at, attempts,
        sequence, finished_at)
ORDER BY n.instance_id, n.id
ON CONFLICT (instance_id, id) DO UPDATE
SET due_at = excluded.due_at, unverified = FALSE, traceparent = excluded.traceparent, state = excluded.state,
    retrying = excluded.retrying, attempts = excluded.attempts, sequence = excluded.sequence,
    finished_at = excluded.finished_at
WHERE d.state = 'waiting' AND d.unverified AND d.sequence <= excluded.sequence
