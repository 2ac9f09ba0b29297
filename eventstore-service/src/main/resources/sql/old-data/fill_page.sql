INSERT INTO page
SELECT * FROM eventstore.old_events
WHERE ("sequence", instance_id, aggregate_type, aggregate_id) > (?, ?, ?, ?)
ORDER BY "sequence", instance_id, aggregate_type, aggregate_id
LIMIT ?
