INSERT INTO projections.instances1 (instance_id, name, state, creation_date, change_date, sequence, position)
VALUES ($1, $5, 'active', $2, $2, $3, $4)
