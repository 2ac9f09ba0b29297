SELECT *
FROM projections.users1
WHERE instance_id = $1
  AND user_id = $2
  AND state <> 'removed'
