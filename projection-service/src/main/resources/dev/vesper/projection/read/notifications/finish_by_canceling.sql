-- It was the last attempt that failed, or its time was over before another one: then that attempt is known already.
WITH attempt AS (
    INSERT INTO projections.notifications1_attempts (instance_id, notification_id, attempt, ended_at, status, error)
    SELECT $1, $2, $6::INTEGER, $3, $7, COALESCE($8, $9)
    WHERE $6::INTEGER > 0
    ON CONFLICT (instance_id, notification_id, attempt) DO NOTHING
)
UPDATE projections.notifications1
SET state = 'canceled',
    last_attempt_at = CASE WHEN $6 > attempts THEN $3 ELSE last_attempt_at END,
    attempts = $6,
    last_status = $7,
    last_error = COALESCE($8, last_error),
    cancel_reason = $9,
    next_attempt_at = NULL,
    finished_at = $3,
    change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND notification_id = $2
