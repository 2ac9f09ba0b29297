-- One row per client: its latest notification, or 'pending' for a registration whose session has ended, or whose own part
-- of it has, before anything was requested.
WITH latest AS (
    SELECT DISTINCT ON (client_id) *
    FROM projections.logouts1_notifications
    WHERE instance_id = $1
      AND session_id = $2
    ORDER BY client_id, requested_at DESC, notification_id
)
SELECT
    COALESCE(n.client_id, r.client_id) AS client_id,
    COALESCE(n.state, r.close_state, 'pending') AS state,
    COALESCE(n.attempts, 0) AS attempts,
    COALESCE(n.last_status, 0) AS last_status,
    COALESCE(n.last_error, r.close_reason, '') AS last_error,
    n.requested_at, n.last_attempt_at, n.next_attempt_at,
    COALESCE(n.finished_at, r.closed_at) AS finished_at,
    COALESCE(n.notification_id, '') AS notification_id
FROM latest n
FULL JOIN (
    SELECT *
    FROM projections.logouts1_registrations
    WHERE instance_id = $1
      AND session_id = $2
) r USING (client_id)
WHERE n.client_id IS NOT NULL
   OR r.close_state IS NOT NULL
   OR EXISTS (
       SELECT 1
       FROM (VALUES ('session', $2), ('oidc_session', r.oidc_session_id)) AS subject (kind, id)
       JOIN projections.ended1 m ON m.instance_id = $1 AND m.kind = subject.kind AND m.id = subject.id
   )
ORDER BY 1
