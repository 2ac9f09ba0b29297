-- One round trip says it all: the grant, the token, and whether anything that it stands on has ended since. A grant with
-- offline_access survives the end of its session for the reasons user, rp and expired. What lives again ends only what
-- began before its end.
SELECT
    o.*, t.scope AS token_scope, t.issued_at, t.expires_at,
    t.revoked_at IS NULL
        AND t.expires_at > $4
        AND NOT EXISTS (
            SELECT 1
            FROM (VALUES
                ('oidc_session', o.oidc_session_id, FALSE),
                ('session', o.session_id, FALSE),
                ('user', o.user_id, TRUE),
                ('app', o.app_id, TRUE),
                ('project', o.project_id, TRUE),
                ('org', o.user_resource_owner, TRUE),
                ('org', o.resource_owner, TRUE),
                ('instance', o.instance_id, TRUE)
            ) AS subject (kind, id, lives_again)
            JOIN projections.ended1 m ON m.instance_id = o.instance_id AND m.kind = subject.kind AND m.id = subject.id
            WHERE NOT (subject.lives_again AND m.position < o.begin_position)
              AND NOT (
                  m.kind = 'session'
                  AND 'offline_access' = ANY (o.scope)
                  AND m.reason IN ('user', 'rp', 'expired')
              )
        ) AS active,
    (
        SELECT COUNT(*)::INTEGER
        FROM projections.parked_aggregates p
        WHERE p.projection_name IN ('oidc_sessions', 'ended')
          AND p.instance_id = o.instance_id
    ) AS parked
FROM projections.oidc_sessions1 o
JOIN projections.oidc_sessions1_access_tokens t USING (instance_id, oidc_session_id)
WHERE o.instance_id = $1
  AND o.oidc_session_id = $2
  AND t.token_id = $3
