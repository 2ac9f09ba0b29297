DELETE FROM projections.user_metadata1
WHERE instance_id = $1
  AND user_id = $2
  AND key = $3
