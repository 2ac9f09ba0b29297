SELECT 'notifier.checkpoints, partition ' || partition AS place, position, in_tx_order
FROM notifier.checkpoints
ORDER BY position DESC, in_tx_order DESC
LIMIT 1
