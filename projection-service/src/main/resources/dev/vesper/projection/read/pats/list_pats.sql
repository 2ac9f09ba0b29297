-- A page goes on after (creation_date, token_id), so it stays right while rows come and go.
SELECT *
FROM projections.pats1
WHERE instance_id = $1
  AND user_id = $5
  AND (creation_date, token_id) > ($2, $3)
ORDER BY creation_date, token_id
LIMIT $4
