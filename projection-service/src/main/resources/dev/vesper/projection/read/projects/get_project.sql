SELECT *
FROM projections.projects1
WHERE instance_id = $1
  AND project_id = $2
  AND state <> 'removed'
