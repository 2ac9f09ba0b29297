SELECT format('%s/%s/%s %s: %s', instance_id, aggregate_type, aggregate_id, "sequence",
    CASE
        WHEN new.hash IS NULL THEN 'is missing in events2'
        WHEN old.hash IS NULL THEN 'is not in the old table'
        ELSE 'differs'
    END) AS difference
FROM (
    SELECT instance_id, aggregate_type, aggregate_id, "sequence",
        hash_record_extended(ROW(event_type, revision, created_at, payload, creator, "owner"), 0) AS hash
    FROM eventstore.old_events
    WHERE aggregate_type = ANY (?)) AS old
FULL JOIN (
    SELECT instance_id, aggregate_type, aggregate_id, "sequence",
        hash_record_extended(ROW(event_type, revision, created_at, payload, creator, "owner"), 0) AS hash
    FROM eventstore.all_events
    WHERE aggregate_type = ANY (?) AND revision > 1000) AS new
    USING (instance_id, aggregate_type, aggregate_id, "sequence")
WHERE old.hash IS DISTINCT FROM new.hash
LIMIT ?
