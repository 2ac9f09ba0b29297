INSERT INTO projections.project_roles1 (
    instance_id, project_id, role_key, display_name, group_name, resource_owner,
    creation_date, change_date, sequence, position
) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)
