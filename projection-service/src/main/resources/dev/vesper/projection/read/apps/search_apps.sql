-- A page goes on after (creation_date, id), so it stays right while rows come and go.
SELECT a.*, c.*, p.client_id AS api_client_id, p.auth_method_type AS api_auth_method_type
FROM projections.apps7 a
LEFT JOIN projections.apps7_oidc_configs c ON c.instance_id = a.instance_id AND c.app_id = a.id
LEFT JOIN projections.apps7_api_configs p ON p.instance_id = a.instance_id AND p.app_id = a.id
WHERE a.instance_id = $1
  AND a.state <> 'removed'
  AND (a.creation_date, a.id) > ($2, $3)
  AND ($5 = '' OR a.name = $5)
  AND ($6 = '' OR c.client_id = $6 OR p.client_id = $6)
  AND ($7 = '' OR POSITION(LOWER($7) IN LOWER(a.name)) > 0)
  AND (CARDINALITY($8::TEXT[]) = 0 OR a.id = ANY ($8))
  AND ($9 = '' OR (a.state = 'active' AND a.is_project_active) = ($9 = 'active'))
  AND ($10 = '' OR a.resource_owner = $10)
  AND (CARDINALITY($11::TEXT[]) + CARDINALITY($12::TEXT[]) = 0
      OR a.resource_owner = ANY ($11)
      OR a.project_id = ANY ($12))
  AND a.project_id = $13
ORDER BY a.creation_date, a.id
LIMIT $4
