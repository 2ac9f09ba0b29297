INSERT INTO projections.tally1 AS t (instance_id, project_id, events, sequence, name)
VALUES ($1, $2, 1, $3, $4)
ON CONFLICT (instance_id, project_id)
DO UPDATE SET events = t.events + 1, sequence = EXCLUDED.sequence, name = EXCLUDED.name
