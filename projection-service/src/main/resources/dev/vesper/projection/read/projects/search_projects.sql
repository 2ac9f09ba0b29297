-- A page goes on after (creation_date, project_id), so it stays right while rows come and go.
SELECT *
FROM projections.projects1
WHERE instance_id = $1
  AND state <> 'removed'
  AND (creation_date, project_id) > ($2, $3)
  AND ($5 = '' OR name = $5)
  AND ($6 = '' OR POSITION(LOWER($6) IN LOWER(name)) > 0)
  AND (CARDINALITY($7::TEXT[]) = 0 OR project_id = ANY ($7))
  AND ($8 = '' OR state = $8)
  AND ($9 = '' OR resource_owner = $9)
  AND (CARDINALITY($10::TEXT[]) + CARDINALITY($11::TEXT[]) = 0
      OR resource_owner = ANY ($10)
      OR project_id = ANY ($11))
ORDER BY creation_date, project_id
LIMIT $4
