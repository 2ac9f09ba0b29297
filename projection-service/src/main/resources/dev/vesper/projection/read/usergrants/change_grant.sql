UPDATE projections.user_grants1
SET role_keys = $7,
    change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND user_id = $2
  AND grant_id = $6
