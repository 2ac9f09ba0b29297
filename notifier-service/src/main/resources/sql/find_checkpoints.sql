SELECT partition, next_offset, position, in_tx_order
FROM notifier.checkpoints
WHERE partition = ANY ($1::int[])
