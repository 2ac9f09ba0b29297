DELETE FROM projections.providers1
WHERE instance_id = $1
  AND kind = $2
  AND id = $3
