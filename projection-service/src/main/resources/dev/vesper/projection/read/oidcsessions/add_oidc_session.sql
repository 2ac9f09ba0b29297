INSERT INTO projections.oidc_sessions1 (
    instance_id, oidc_session_id, resource_owner, session_id, user_id, user_resource_owner, client_id, project_id,
    app_id, audience, scope, auth_methods, auth_time, creation_date, change_date, sequence, begin_position, position
) VALUES ($1, $2, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $3, $3, $4, $5, $5)
