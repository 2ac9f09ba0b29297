WITH removed AS (
    UPDATE projections.orgs1
    SET state = 'removed', change_date = $3, sequence = $4, position = $5
    WHERE instance_id = $1
      AND org_id = $2
)
DELETE FROM projections.orgs1_domains
WHERE instance_id = $1
  AND org_id = $2
