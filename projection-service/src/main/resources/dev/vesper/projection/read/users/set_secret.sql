UPDATE projections.users2
SET has_secret = $6,
    change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND user_id = $2
  AND state <> 'removed'
