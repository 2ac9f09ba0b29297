INSERT INTO projections.partition_states (
    projection_name, version, partition, position, in_tx_order, kafka_offset, catching_up, updated_at
) VALUES ($1, $2, $3, -1, -1, NULL, TRUE, clock_timestamp())
ON CONFLICT (projection_name, version, partition) DO NOTHING
