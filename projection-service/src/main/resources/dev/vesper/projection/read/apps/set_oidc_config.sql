WITH changed AS (
    UPDATE projections.apps7
    SET change_date = $2, sequence = $3, position = $4
    WHERE instance_id = $1
      AND id = $5
)
INSERT INTO projections.apps7_oidc_configs (
    instance_id, app_id, client_id, redirect_uris, post_logout_redirect_uris, response_types, grant_types,
    application_type, auth_method_type, access_token_type, is_dev_mode,
    back_channel_logout_uri, back_channel_logout_session_required,
    front_channel_logout_uri, front_channel_logout_session_required, id_token_signed_response_alg
) VALUES ($1, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
ON CONFLICT (instance_id, app_id)
DO UPDATE SET
    client_id = EXCLUDED.client_id,
    redirect_uris = EXCLUDED.redirect_uris,
    post_logout_redirect_uris = EXCLUDED.post_logout_redirect_uris,
    response_types = EXCLUDED.response_types,
    grant_types = EXCLUDED.grant_types,
    application_type = EXCLUDED.application_type,
    auth_method_type = EXCLUDED.auth_method_type,
    access_token_type = EXCLUDED.access_token_type,
    is_dev_mode = EXCLUDED.is_dev_mode,
    back_channel_logout_uri = EXCLUDED.back_channel_logout_uri,
    back_channel_logout_session_required = EXCLUDED.back_channel_logout_session_required,
    front_channel_logout_uri = EXCLUDED.front_channel_logout_uri,
    front_channel_logout_session_required = EXCLUDED.front_channel_logout_session_required,
    id_token_signed_response_alg = EXCLUDED.id_token_signed_response_alg
