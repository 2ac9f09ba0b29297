INSERT INTO projections.projects1 (
    instance_id, project_id, resource_owner, name, state, creation_date, change_date, sequence, position
) VALUES ($1, $2, $6, $7, 'active', $3, $3, $4, $5)
