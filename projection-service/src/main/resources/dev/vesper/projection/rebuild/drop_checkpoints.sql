DELETE FROM projections.partition_states
WHERE projection_name = $1
  AND version = $2
