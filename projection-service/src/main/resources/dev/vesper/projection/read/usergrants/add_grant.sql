INSERT INTO projections.user_grants1 (
    instance_id, user_id, creation_date, change_date, sequence, position, resource_owner, grant_id, project_id, role_keys
) VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)
