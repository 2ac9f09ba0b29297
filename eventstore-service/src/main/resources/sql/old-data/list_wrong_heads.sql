SELECT format('%s/%s/%s: its head is not its last event', instance_id, aggregate_type, aggregate_id) AS head
FROM eventstore.heads AS head
FULL JOIN (
    SELECT DISTINCT ON (instance_id, aggregate_type, aggregate_id) *
    FROM eventstore.all_events
    ORDER BY instance_id, aggregate_type, aggregate_id, "sequence" DESC) AS last
    USING (instance_id, aggregate_type, aggregate_id)
WHERE (head."sequence", head."position", head."owner") IS DISTINCT FROM (last."sequence", last."position", last."owner")
LIMIT ?
