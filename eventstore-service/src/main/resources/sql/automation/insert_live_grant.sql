INSERT INTO eventstore.live_grants (instance_id, oidc_session_id, session_id, app_id, project_id, "position", in_tx_order)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (instance_id, oidc_session_id) DO NOTHING
