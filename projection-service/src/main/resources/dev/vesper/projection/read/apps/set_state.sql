UPDATE projections.apps7
SET state = $6, change_date = $2, sequence = $3, position = $4
WHERE instance_id = $1
  AND id = $5
