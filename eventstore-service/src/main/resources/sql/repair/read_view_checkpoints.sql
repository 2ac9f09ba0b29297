SELECT 'projections.partition_states, ' || projection_name || ' version ' || version || ', partition ' || partition AS place,
    position, in_tx_order
FROM projections.partition_states
ORDER BY position DESC, in_tx_order DESC
LIMIT 1
