INSERT INTO eventstore.session_lifetimes (instance_id, session_id, began_at, active_at)
VALUES ($1, $2, $3, $3)
ON CONFLICT (instance_id, session_id) DO NOTHING
