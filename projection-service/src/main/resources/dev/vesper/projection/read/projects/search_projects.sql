-- A page goes on after (creation_date, project_id), so it stays right while rows come and go.
SELECT *
FROM projections.projects1
WHERE instance_id = $1
  AND state <> 'removed'
  AND (creation_date, project_id) > ($2, $3)
  AND ($5 = '' OR name = $5)
ORDER BY creation_date, project_id
LIMIT $4
