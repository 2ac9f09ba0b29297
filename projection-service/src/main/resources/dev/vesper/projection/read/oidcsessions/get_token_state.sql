-- One round trip says it all: the grant, the token, and whether anything that it stands on has ended since. A grant with
-- offline_access survives the end of its session for the reasons user, rp and expired.
SELECT
    o.*, t.scope AS token_scope, t.issued_at, t.expires_at,
    t.revoked_at IS NULL
        AND t.expires_at > $4
        AND NOT EXISTS (
            SELECT 1
            FROM projections.ended1 m
            WHERE m.instance_id = o.instance_id
              AND (
                  (m.kind = 'oidc_session' AND m.id = o.oidc_session_id)
                  OR (m.kind = 'session' AND m.id = o.session_id
                      AND NOT ('offline_access' = ANY (o.scope) AND m.reason IN ('user', 'rp', 'expired')))
                  OR (m.position >= o.begin_position AND (
                      (m.kind = 'user' AND m.id = o.user_id)
                      OR (m.kind = 'app' AND m.id = o.app_id)
                      OR (m.kind = 'project' AND m.id = o.project_id)
                      OR (m.kind = 'org' AND m.id IN (o.user_resource_owner, o.resource_owner))
                      OR (m.kind = 'instance' AND m.id = o.instance_id)
                  ))
              )
        ) AS active
FROM projections.oidc_sessions1 o
JOIN projections.oidc_sessions1_access_tokens t USING (instance_id, oidc_session_id)
WHERE o.instance_id = $1
  AND o.oidc_session_id = $2
  AND t.token_id = $3
