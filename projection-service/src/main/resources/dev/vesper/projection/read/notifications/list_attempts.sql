SELECT attempt, ended_at, status, error
FROM projections.notifications1_attempts
WHERE instance_id = $1
  AND notification_id = $2
ORDER BY attempt
