UPDATE projections.users2
SET email = $6, is_email_verified = FALSE,
    change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND user_id = $2
  AND state <> 'removed'
