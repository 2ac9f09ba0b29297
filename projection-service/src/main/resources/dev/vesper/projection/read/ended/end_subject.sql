INSERT INTO projections.ended1 (instance_id, kind, id, reason, ended_at, position)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (instance_id, kind, id)
DO UPDATE SET reason = EXCLUDED.reason, ended_at = EXCLUDED.ended_at, position = EXCLUDED.position
