SELECT partition, position, in_tx_order, kafka_offset, catching_up, generation
FROM projections.partition_states
WHERE projection_name = $1
  AND version = $2
