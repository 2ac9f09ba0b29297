-- A page goes on after its last key, so it stays right while rows come and go.
SELECT *
FROM projections.user_metadata1
WHERE instance_id = $1
  AND user_id = $2
  AND key > $3
  AND STARTS_WITH(key, $5)
ORDER BY key
LIMIT $4
