UPDATE projections.sessions1
SET ended_at = $3, end_reason = $6, change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND session_id = $2
