-- How many of the last events, at most one, stand behind the relay's cursor. Ordered, so that it is found in the index:
-- without, the planner hopes to meet one soon and reads the whole table.
SELECT count(*) FROM (
    SELECT FROM eventstore.events2
    WHERE ("position", in_tx_order) > (SELECT "position", in_tx_order FROM eventstore.relay_cursors WHERE shard = 0)
    ORDER BY "position", in_tx_order
    LIMIT 1) AS unrelayed
