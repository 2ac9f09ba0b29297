-- One for each partition of the view that is read; none while one of them is not complete.
INSERT INTO projections.partition_states (
    projection_name, version, partition, position, in_tx_order, kafka_offset, catching_up, updated_at
)
SELECT $3, version, partition, -1, -1, NULL, TRUE, clock_timestamp()
FROM projections.partition_states
WHERE projection_name = $1
  AND version = $2
  AND NOT EXISTS (
      SELECT 1
      FROM projections.partition_states
      WHERE projection_name = $1
        AND version = $2
        AND catching_up
  )
