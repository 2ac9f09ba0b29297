-- Over instances there is no order, so a domain that moves may show twice for a moment: the later one counts.
SELECT i.*, ARRAY(
    SELECT o.domain
    FROM projections.instances1_domains o
    WHERE o.instance_id = i.instance_id
    ORDER BY o.is_primary DESC, o.domain
) AS domains
FROM projections.instances1_domains d
JOIN projections.instances1 i USING (instance_id)
WHERE d.domain = LOWER($1)
  AND i.state = 'active'
ORDER BY d.position DESC
LIMIT 1
