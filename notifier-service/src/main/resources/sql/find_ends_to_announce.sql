-- One row per end and app; an end without an app to tell is one row without a registration. What ended in the partition of
-- its session has all its registrations here already; the others wait for theirs until they are too old.
SELECT e.instance_id, e.aggregate_type, e.aggregate_id, e.event_type, e.sequence, e.owner, e.trigger_origin,
    e.traceparent, e.ended_at, e.subject, e.subject_id, e.partition, r.session_id, r.oidc_session_id, r.user_id, r.client_id, r.uri, r.registered_at
FROM (
    SELECT *
    FROM notifier.ends n
    WHERE n.partition = ANY ($1::int[])
        AND (n.aggregate_type = 'session'
            OR n.ended_at < $2
            OR (n.subject = 'session' AND EXISTS (
                SELECT FROM notifier.registrations
                WHERE instance_id = n.instance_id AND session_id = n.subject_id))
            OR (n.subject = 'oidc_session' AND EXISTS (
                SELECT FROM notifier.registrations
                WHERE instance_id = n.instance_id AND oidc_session_id = n.subject_id)))
    ORDER BY n.ended_at
    LIMIT $3
) e
LEFT JOIN notifier.registrations r
    ON r.instance_id = e.instance_id
        AND (CASE e.subject WHEN 'session' THEN r.session_id ELSE r.oidc_session_id END) = e.subject_id
ORDER BY e.ended_at, e.instance_id, e.aggregate_type, e.aggregate_id, e.sequence, r.registered_at
