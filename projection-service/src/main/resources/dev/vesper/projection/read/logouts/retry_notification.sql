UPDATE projections.logouts1_notifications
SET state = 'retrying',
    attempts = $3,
    last_status = $4,
    last_error = $5,
    last_attempt_at = $6,
    next_attempt_at = $6::TIMESTAMPTZ + $7::BIGINT * INTERVAL '1 millisecond',
    finished_at = NULL,
    position = $8
WHERE instance_id = $1
  AND notification_id = $2
