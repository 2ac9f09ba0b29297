UPDATE projections.apps7
SET is_project_active = $6, change_date = $2, sequence = $3, position = $4
WHERE instance_id = $1
  AND project_id = $5
