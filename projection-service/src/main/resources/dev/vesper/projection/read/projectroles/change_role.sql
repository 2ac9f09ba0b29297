UPDATE projections.project_roles1
SET display_name = $4, group_name = $5, change_date = $6, sequence = $7, position = $8
WHERE instance_id = $1
  AND project_id = $2
  AND role_key = $3
