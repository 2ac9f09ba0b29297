SELECT *
FROM projections.users2
WHERE instance_id = $1
  AND LOWER(user_name) = LOWER($2)
  AND state <> 'removed'
