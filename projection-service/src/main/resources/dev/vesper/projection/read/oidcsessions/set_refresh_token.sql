UPDATE projections.oidc_sessions1
SET refresh_token_id = $6,
    refresh_idle_expires_at = $7,
    refresh_expires_at = COALESCE($8, refresh_expires_at),
    change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND oidc_session_id = $2
