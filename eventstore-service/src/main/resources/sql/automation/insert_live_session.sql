INSERT INTO eventstore.live_sessions (instance_id, session_id, user_id, org_id, "position", in_tx_order)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (instance_id, session_id) DO NOTHING
