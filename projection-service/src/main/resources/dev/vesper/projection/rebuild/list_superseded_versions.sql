-- A pod that keeps a version moves its checkpoints every few seconds, if only by watermarks.
SELECT version
FROM projections.partition_states
WHERE projection_name = $1
  AND version < $2
GROUP BY version
HAVING MAX(updated_at) < clock_timestamp() - $3::BIGINT * INTERVAL '1 millisecond'
