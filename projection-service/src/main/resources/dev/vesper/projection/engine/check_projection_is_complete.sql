SELECT COUNT(*) > 0 AND BOOL_AND(NOT catching_up) AS complete
FROM projections.partition_states
WHERE projection_name = $1
  AND version = $2
