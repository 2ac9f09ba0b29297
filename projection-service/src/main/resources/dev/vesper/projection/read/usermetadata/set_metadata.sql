INSERT INTO projections.user_metadata1 (
    instance_id, user_id, creation_date, change_date, sequence, resource_owner, key, value
) VALUES ($1, $2, $3, $3, $4, $5, $6, $7)
ON CONFLICT ON CONSTRAINT user_metadata1_pkey DO UPDATE
SET value = EXCLUDED.value, change_date = EXCLUDED.change_date, sequence = EXCLUDED.sequence
