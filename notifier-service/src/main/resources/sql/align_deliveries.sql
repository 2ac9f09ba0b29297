-- What the log says goes before what the row says. A row that is being sent keeps its lease, and its worker is refused by
-- the log when it records.
UPDATE notifier.deliveries d
SET state = n.state, retrying = n.retrying, attempts = n.attempts, sequence = n.sequence, due_at = n.due_at,
    finished_at = n.finished_at, lease_holder = NULL, lease_until = NULL
FROM unnest($1::text[], $2::text[], $3::text[], $4::bool[], $5::int[], $6::bigint[], $7::timestamptz[], $8::timestamptz[])
    AS n (instance_id, id, state, retrying, attempts, sequence, due_at, finished_at)
WHERE d.instance_id = n.instance_id
    AND d.id = n.id
    AND d.sequence < n.sequence
    AND (d.state = 'waiting' OR (d.state = 'running' AND d.lease_until < $9))
