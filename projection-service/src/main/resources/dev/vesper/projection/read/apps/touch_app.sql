UPDATE projections.apps7
SET change_date = $2, sequence = $3, position = $4
WHERE instance_id = $1
  AND id = $5
