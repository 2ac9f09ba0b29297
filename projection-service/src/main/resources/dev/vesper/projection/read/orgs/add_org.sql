INSERT INTO projections.orgs1 (
    instance_id, org_id, resource_owner, name, state, creation_date, change_date, sequence, position
) VALUES ($1, $2, $2, $6, 'active', $3, $3, $4, $5)
