-- A page goes on after (creation_date, role_key), so it stays right while rows come and go.
SELECT *
FROM projections.project_roles1
WHERE instance_id = $1
  AND project_id = $5
  AND (creation_date, role_key) > ($2, $3)
  AND ($6 = '' OR POSITION(LOWER($6) IN LOWER(role_key)) > 0 OR POSITION(LOWER($6) IN LOWER(display_name)) > 0)
  AND ($7 = '' OR group_name = $7)
ORDER BY creation_date, role_key
LIMIT $4
