INSERT INTO projections.logouts1_notifications (
    instance_id, notification_id, session_id, client_id, state, attempts, last_status, requested_at, next_attempt_at, position
) VALUES ($1, $2, $3, $4, 'pending', 0, 0, $5, $5, $6)
