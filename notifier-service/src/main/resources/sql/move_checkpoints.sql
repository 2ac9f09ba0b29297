-- Locks and moves in one: a reader that is not where the row stands has lost the partition and must apply nothing.
UPDATE notifier.checkpoints c
SET next_offset = m.next_offset, position = m.position, in_tx_order = m.in_tx_order
FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::int[])
    AS m (partition, expected_offset, next_offset, position, in_tx_order)
WHERE c.partition = m.partition AND c.next_offset = m.expected_offset
