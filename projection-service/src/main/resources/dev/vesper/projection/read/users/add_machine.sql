INSERT INTO projections.users2 (
    instance_id, user_id, resource_owner, state, type, user_name, machine_name, machine_description,
    access_token_type, creation_date, change_date, sequence, position
) VALUES ($1, $2, $6, 'active', 'machine', $7, $8, $9, $10, $3, $3, $4, $5)
