-- From the notification's own event: only what nobody has made from the trigger.
INSERT INTO notifier.deliveries
    (instance_id, id, kind, state, retrying, unverified, target, owner, request, requested_at, due_at, attempts, sequence)
SELECT n.instance_id, n.id, n.kind, 'waiting', FALSE, TRUE, n.target, n.owner, n.request, n.requested_at, n.due_at, 0, 1
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])
    AS n (instance_id, id, kind, target, owner, request, requested_at, due_at)
ORDER BY n.instance_id, n.id
ON CONFLICT DO NOTHING
