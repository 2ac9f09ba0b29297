-- Expired tokens of the same grant go, by the time of the event, so that every replay leaves the same rows.
WITH changed AS (
    UPDATE projections.oidc_sessions1
    SET change_date = $3, sequence = $4, position = $5
    WHERE instance_id = $1
      AND oidc_session_id = $2
), expired AS (
    DELETE FROM projections.oidc_sessions1_access_tokens
    WHERE instance_id = $1
      AND oidc_session_id = $2
      AND expires_at < $3
)
INSERT INTO projections.oidc_sessions1_access_tokens (
    instance_id, oidc_session_id, token_id, scope, issued_at, expires_at
) VALUES ($1, $2, $6, $7, $3, $8)
