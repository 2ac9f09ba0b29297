WITH changed AS (
    UPDATE projections.orgs1
    SET primary_domain = $6, change_date = $3, sequence = $4, position = $5
    WHERE instance_id = $1
      AND org_id = $2
)
UPDATE projections.orgs1_domains
SET is_primary = (domain = $6)
WHERE instance_id = $1
  AND org_id = $2
