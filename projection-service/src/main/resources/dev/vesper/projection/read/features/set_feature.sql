INSERT INTO projections.features1 (instance_id, key, value, position)
VALUES ($1, $2, $3, $4)
ON CONFLICT (instance_id, key)
DO UPDATE SET value = EXCLUDED.value, position = EXCLUDED.position
