UPDATE projections.logouts1_registrations
SET closed_at = $4, close_state = $5, close_reason = $6, position = $7
WHERE instance_id = $1
  AND session_id = $2
  AND client_id = $3
