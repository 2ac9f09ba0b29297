SELECT
    s.*, marker.reason AS marker_reason, marker.ended_at AS marker_ended_at,
    apps.client_ids, apps.oidc_session_ids, apps.since
FROM projections.sessions1 s
LEFT JOIN LATERAL (
    -- A bulk end counts at once for all that began before it, before each session has its own event.
    SELECT m.reason, m.ended_at
    FROM (VALUES
        ('user', s.user_id),
        ('org', s.user_resource_owner),
        ('instance', s.instance_id)
    ) AS subject (kind, id)
    JOIN projections.ended1 m ON m.instance_id = s.instance_id AND m.kind = subject.kind AND m.id = subject.id
    WHERE m.position >= s.begin_position
    ORDER BY m.position
    LIMIT 1
) AS marker ON TRUE
LEFT JOIN LATERAL (
    SELECT
        ARRAY_AGG(o.client_id ORDER BY o.creation_date, o.oidc_session_id) AS client_ids,
        ARRAY_AGG(o.oidc_session_id ORDER BY o.creation_date, o.oidc_session_id) AS oidc_session_ids,
        ARRAY_AGG(o.creation_date ORDER BY o.creation_date, o.oidc_session_id) AS since
    FROM projections.oidc_sessions1 o
    WHERE o.instance_id = s.instance_id
      AND o.session_id = s.session_id
) AS apps ON TRUE
WHERE s.instance_id = $1
  AND s.session_id = $2
