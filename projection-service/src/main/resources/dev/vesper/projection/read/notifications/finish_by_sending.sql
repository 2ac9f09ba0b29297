WITH attempt AS (
    INSERT INTO projections.notifications1_attempts (instance_id, notification_id, attempt, ended_at, status, error)
    VALUES ($1, $2, $6, $3, $7, NULL)
    ON CONFLICT (instance_id, notification_id, attempt)
    DO UPDATE SET ended_at = EXCLUDED.ended_at, status = EXCLUDED.status, error = EXCLUDED.error
)
UPDATE projections.notifications1
SET state = 'sent',
    attempts = $6,
    last_status = $7,
    cancel_reason = NULL,
    last_attempt_at = $3,
    next_attempt_at = NULL,
    finished_at = $3,
    change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND notification_id = $2
