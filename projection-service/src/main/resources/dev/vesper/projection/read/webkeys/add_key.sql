INSERT INTO projections.web_keys1 (
    instance_id, key_id, state, public_key, algorithm, creation_date, change_date, sequence, position
) VALUES ($1, $2, 'added', $6, $7, $3, $3, $4, $5)
