-- A page goes on after (creation_date, org_id), so it stays right while rows come and go.
SELECT *
FROM projections.orgs1
WHERE instance_id = $1
  AND state <> 'removed'
  AND (creation_date, org_id) > ($2, $3)
  AND ($5 = '' OR name = $5)
  AND ($6 = '' OR POSITION(LOWER($6) IN LOWER(name)) > 0)
  AND (CARDINALITY($7::TEXT[]) = 0 OR org_id = ANY ($7))
  AND ($8 = '' OR state = $8)
  AND ($9 = '' OR org_id IN (
      SELECT d.org_id
      FROM projections.orgs1_domains d
      WHERE d.instance_id = $1
        AND d.domain = LOWER($9)
  ))
  AND (CARDINALITY($10::TEXT[]) + CARDINALITY($11::TEXT[]) = 0 OR org_id = ANY ($10))
ORDER BY creation_date, org_id
LIMIT $4
