-- A page goes on after (creation_date, grant_id), so it stays right while rows come and go.
SELECT *
FROM projections.user_grants1
WHERE instance_id = $1
  AND (creation_date, grant_id) > ($2, $3)
  AND ($5 = '' OR user_id = $5)
  AND ($6 = '' OR project_id = $6)
  AND ($7 = '' OR $7 = ANY (role_keys))
  AND ($8 = '' OR resource_owner = $8)
  AND (CARDINALITY($9::TEXT[]) = 0 OR resource_owner = ANY ($9))
  AND (CARDINALITY($10::TEXT[]) = 0 OR project_id = ANY ($10))
  AND ($11 = '' OR user_id = $11)
ORDER BY creation_date, grant_id
LIMIT $4
