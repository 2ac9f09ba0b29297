SELECT a.*, c.*
FROM projections.apps7_oidc_configs c
JOIN projections.apps7 a ON a.instance_id = c.instance_id AND a.id = c.app_id
WHERE c.instance_id = $1
  AND c.client_id = $2
