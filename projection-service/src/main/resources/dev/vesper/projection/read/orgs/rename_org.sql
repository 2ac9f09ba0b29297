UPDATE projections.orgs1
SET name = $6, change_date = $3, sequence = $4, position = $5
WHERE instance_id = $1
  AND org_id = $2
