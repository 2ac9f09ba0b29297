SELECT *
FROM projections.orgs1_domains
WHERE instance_id = $1
  AND org_id = $2
ORDER BY domain
