INSERT INTO projections.notifications1 (
    instance_id, notification_id, resource_owner, kind, message_type, user_id, session_id, client_id,
    trigger_aggregate_type, trigger_aggregate_id, trigger_event_type, state, attempts, last_status,
    next_attempt_at, creation_date, change_date, sequence, position
) VALUES ($1, $2, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'pending', 0, 0, $3, $3, $3, $4, $5)
