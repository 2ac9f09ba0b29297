-- A page goes on after (creation_date, user_id), so it stays right while rows come and go. Texts are patterns.
SELECT *
FROM projections.users2
WHERE instance_id = $1
  AND state <> 'removed'
  AND (creation_date, user_id) > ($2, $3)
  AND ($5 = '' OR LOWER(user_name) LIKE LOWER($5))
  AND ($6 = '' OR LOWER(email) LIKE LOWER($6))
  AND ($7 = '' OR LOWER(display_name) LIKE LOWER($7))
  AND ($8 = '' OR state = $8)
  AND ($9 = '' OR type = $9)
  AND ($10 = '' OR resource_owner = $10)
  AND (CARDINALITY($11::TEXT[]) = 0 OR user_id = ANY ($11))
  AND (CARDINALITY($12::TEXT[]) = 0 OR resource_owner = ANY ($12))
  AND ($13 = '' OR user_id = $13)
ORDER BY creation_date, user_id
LIMIT $4
