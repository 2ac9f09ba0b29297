-- A page goes on after (creation_date, key_id), so it stays right while rows come and go.
SELECT *
FROM projections.machine_keys1
WHERE instance_id = $1
  AND user_id = $5
  AND (creation_date, key_id) > ($2, $3)
ORDER BY creation_date, key_id
LIMIT $4
