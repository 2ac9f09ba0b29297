INSERT INTO projections.apps7 (
    instance_id, id, project_id, resource_owner, name, state, is_project_active,
    creation_date, change_date, sequence, position
) VALUES ($1, $5, $6, $7, $8, 'active', TRUE, $2, $2, $3, $4)
