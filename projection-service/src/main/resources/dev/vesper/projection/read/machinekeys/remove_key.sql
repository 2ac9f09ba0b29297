DELETE FROM projections.machine_keys1
WHERE instance_id = $1
  AND user_id = $2
  AND key_id = $3
