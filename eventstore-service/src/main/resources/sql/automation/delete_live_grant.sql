DELETE FROM eventstore.live_grants
WHERE instance_id = $1 AND oidc_session_id = $2
