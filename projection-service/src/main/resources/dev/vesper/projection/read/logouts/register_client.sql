INSERT INTO projections.logouts1_registrations (
    instance_id, session_id, client_id, oidc_session_id, user_id, back_channel_logout_uri, registered_at, position
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (instance_id, session_id, client_id)
DO UPDATE SET
    oidc_session_id = EXCLUDED.oidc_session_id,
    back_channel_logout_uri = EXCLUDED.back_channel_logout_uri,
    registered_at = EXCLUDED.registered_at,
    closed_at = NULL,
    close_state = NULL,
    close_reason = NULL,
    position = EXCLUDED.position
