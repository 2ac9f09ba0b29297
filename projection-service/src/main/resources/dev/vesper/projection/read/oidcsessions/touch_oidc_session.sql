UPDATE projections.oidc_sessions1
SET change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND oidc_session_id = $2
