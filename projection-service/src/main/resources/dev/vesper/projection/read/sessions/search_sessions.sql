-- Newest first; a page goes on before (creation_date, session_id), so it stays right while rows come and go.
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
  AND (s.creation_date, s.session_id) < ($2, $3)
  AND ($5 = '' OR s.user_id = $5)
  AND ($6 = '' OR s.user_agent_id = $6)
  AND ($7 = '' OR EXISTS (
      SELECT 1
      FROM projections.oidc_sessions1 o
      WHERE o.instance_id = s.instance_id
        AND o.session_id = s.session_id
        AND o.client_id = $7
  ))
  AND ($8::BOOLEAN IS NULL OR $8 = (
      s.ended_at IS NULL AND marker.reason IS NULL AND (s.expires_at IS NULL OR s.expires_at > $9)
  ))
  AND ((CARDINALITY($10::TEXT[]) = 0 AND $11 = '') OR s.user_resource_owner = ANY($10) OR ($11 <> '' AND s.user_id = $11))
ORDER BY s.creation_date DESC, s.session_id DESC
LIMIT $4
