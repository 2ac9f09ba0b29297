-- A page goes on after (creation_date, user_id), so it stays right while rows come and go.
SELECT *
FROM projections.users1
WHERE instance_id = $1
  AND state <> 'removed'
  AND (creation_date, user_id) > ($2, $3)
  AND ($5 = '' OR LOWER(user_name) = LOWER($5))
  AND ($6 = '' OR LOWER(email) = LOWER($6))
  AND ($7 = '' OR state = $7)
ORDER BY creation_date, user_id
LIMIT $4
