UPDATE projections.sessions1
SET user_id = $6, user_resource_owner = $7, user_checked_at = $8, change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND session_id = $2
