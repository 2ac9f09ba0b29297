INSERT INTO notifier.checkpoints (partition, next_offset, position, in_tx_order)
SELECT p, 0, -1, -1 FROM unnest($1::int[]) AS p
ON CONFLICT DO NOTHING
