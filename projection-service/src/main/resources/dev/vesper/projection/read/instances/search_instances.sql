-- A page goes on after (creation_date, instance_id), so it stays right while rows come and go.
SELECT i.*, i.instance_id AS resource_owner, ARRAY(
    SELECT d.domain
    FROM projections.instances1_domains d
    WHERE d.instance_id = i.instance_id
    ORDER BY d.is_primary DESC, d.domain
) AS domains
FROM projections.instances1 i
WHERE i.state = 'active'
  AND (i.creation_date, i.instance_id) > ($1, $2)
  AND ($4 = '' OR POSITION(LOWER($4) IN LOWER(i.name)) > 0)
  AND (CARDINALITY($5::TEXT[]) = 0 OR i.instance_id = ANY ($5))
  AND ($6 = '' OR i.instance_id IN (
      SELECT o.instance_id
      FROM projections.instances1_domains o
      WHERE o.domain = LOWER($6)
  ))
ORDER BY i.creation_date, i.instance_id
LIMIT $3
