SELECT partition
FROM projections.partition_states
WHERE projection_name = $1
  AND version = $2
ORDER BY partition
FOR UPDATE
