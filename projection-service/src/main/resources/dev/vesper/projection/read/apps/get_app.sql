SELECT a.*, c.*, p.client_id AS api_client_id, p.auth_method_type AS api_auth_method_type
FROM projections.apps7 a
LEFT JOIN projections.apps7_oidc_configs c ON c.instance_id = a.instance_id AND c.app_id = a.id
LEFT JOIN projections.apps7_api_configs p ON p.instance_id = a.instance_id AND p.app_id = a.id
WHERE a.instance_id = $1
  AND a.project_id = $2
  AND a.id = $3
  AND a.state <> 'removed'
