SELECT "position", in_tx_order
FROM eventstore.automation_cursors
WHERE name = $1
