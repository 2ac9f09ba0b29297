-- To the second is exact enough, and spares a write per event.
INSERT INTO notifier.active_instances AS a (instance_id, last_event_at)
SELECT i, $2 FROM unnest($1::text[]) AS i ORDER BY i
ON CONFLICT (instance_id) DO UPDATE SET last_event_at = excluded.last_event_at
WHERE a.last_event_at < excluded.last_event_at - INTERVAL '1 second'
