DELETE FROM projections.user_grants1
WHERE instance_id = $1
  AND user_id = $2
  AND grant_id = $3
