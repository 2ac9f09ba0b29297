UPDATE projections.logouts1_notifications
SET state = $3,
    attempts = $4,
    last_status = $5,
    last_error = COALESCE($6, last_error),
    last_attempt_at = CASE WHEN $4 > attempts THEN $7 ELSE last_attempt_at END,
    next_attempt_at = NULL,
    finished_at = $7,
    position = $8
WHERE instance_id = $1
  AND notification_id = $2
