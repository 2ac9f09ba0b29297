SELECT a.*, c.*
FROM projections.apps7 a
LEFT JOIN projections.apps7_oidc_configs c ON c.instance_id = a.instance_id AND c.app_id = a.id
WHERE a.instance_id = $1
  AND a.project_id = $2
  AND a.id = $3
  AND a.state <> 'removed'
