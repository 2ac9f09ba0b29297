UPDATE projections.partition_states v
SET position = b.position,
    in_tx_order = b.in_tx_order,
    kafka_offset = b.kafka_offset,
    catching_up = FALSE,
    generation = v.generation + 1,
    updated_at = clock_timestamp()
FROM projections.partition_states b
WHERE b.projection_name = $3
  AND b.version = $2
  AND b.partition = v.partition
  AND v.projection_name = $1
  AND v.version = $2
