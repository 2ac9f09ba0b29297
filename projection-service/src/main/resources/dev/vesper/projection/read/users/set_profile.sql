UPDATE projections.users2
SET given_name = $6, family_name = $7, display_name = $8, preferred_language = $9,
    change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND user_id = $2
  AND state <> 'removed'
