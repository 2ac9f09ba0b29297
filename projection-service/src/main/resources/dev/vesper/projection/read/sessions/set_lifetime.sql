UPDATE projections.sessions1
SET expires_at = $3::TIMESTAMPTZ + $6::BIGINT * INTERVAL '1 millisecond', change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND session_id = $2
