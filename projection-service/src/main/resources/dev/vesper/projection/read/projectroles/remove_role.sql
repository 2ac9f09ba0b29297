DELETE FROM projections.project_roles1
WHERE instance_id = $1
  AND project_id = $2
  AND role_key = $3
