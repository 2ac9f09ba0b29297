SELECT *
FROM projections.users2
WHERE instance_id = $1
  AND user_id = $2
  AND state <> 'removed'
