-- Rows that no log can hold. They are named before anything is copied; what to do about them is for people to say.
SELECT format('%s/%s/%s %s: %s', instance_id, aggregate_type, aggregate_id, event_sequence, problem) AS refused
FROM eventstore.events
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN instance_id IS NULL OR coalesce(aggregate_type, '') = '' OR coalesce(aggregate_id, '') = ''
            OR coalesce(event_type, '') = '' THEN 'has no name'
        WHEN event_sequence IS NULL OR event_sequence <= 0 THEN 'its sequence is not above 0'
        WHEN creation_date IS NULL OR creation_date < '1970-01-01Z' THEN 'has no usable time'
        WHEN editor_user IS NULL OR resource_owner IS NULL THEN 'has no creator or owner'
        WHEN aggregate_version !~ '^v[1-9][0-9]{0,3}$' OR aggregate_version IS NULL
            THEN 'aggregate_version ' || coalesce(aggregate_version, 'NULL') || ' is no version'
        WHEN jsonb_typeof(event_data) NOT IN ('object', 'null') THEN 'its payload is no JSON object'
    END AS problem) AS judged
WHERE problem IS NOT NULL
LIMIT ?
