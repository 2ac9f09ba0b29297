SELECT *
FROM projections.orgs1
WHERE instance_id = $1
  AND org_id = $2
  AND state <> 'removed'
