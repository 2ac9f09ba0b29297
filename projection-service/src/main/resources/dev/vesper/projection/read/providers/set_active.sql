UPDATE projections.providers1
SET active = $7,
    change_date = $4, sequence = $5, position = $6
WHERE instance_id = $1
  AND kind = $2
  AND id = $3
