-- A page goes on after (creation_date, id), so it stays right while rows come and go.
SELECT a.*, c.*
FROM projections.apps7 a
LEFT JOIN projections.apps7_oidc_configs c ON c.instance_id = a.instance_id AND c.app_id = a.id
WHERE a.instance_id = $1
  AND a.project_id = $5
  AND a.state <> 'removed'
  AND (a.creation_date, a.id) > ($2, $3)
  AND ($6 = '' OR a.name = $6)
  AND ($7 = '' OR c.client_id = $7)
ORDER BY a.creation_date, a.id
LIMIT $4
