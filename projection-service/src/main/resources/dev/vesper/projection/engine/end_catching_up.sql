UPDATE projections.partition_states
SET catching_up = FALSE, kafka_offset = $4
WHERE projection_name = $1
  AND version = $2
  AND partition = $3
