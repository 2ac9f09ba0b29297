SELECT 'eventstore.relay_cursors, shard ' || shard AS place, "position", in_tx_order
FROM eventstore.relay_cursors
UNION ALL
SELECT 'eventstore.automation_cursors, ' || name, "position", in_tx_order
FROM eventstore.automation_cursors
