SELECT i.*, i.instance_id AS resource_owner, ARRAY(
    SELECT d.domain
    FROM projections.instances1_domains d
    WHERE d.instance_id = i.instance_id
    ORDER BY d.is_primary DESC, d.domain
) AS domains, (
    SELECT d.domain
    FROM projections.instances1_domains d
    WHERE d.instance_id = i.instance_id
      AND d.is_primary
) AS primary_domain
FROM projections.instances1 i
WHERE i.instance_id = $1
  AND i.state = 'active'
