DELETE FROM projections.machine_keys1
WHERE instance_id = $1
  AND user_id = $2
