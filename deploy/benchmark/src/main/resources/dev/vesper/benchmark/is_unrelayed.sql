-- How many of the last events, at most one, stand behind the relay's cursor.
SELECT count(*) FROM (
    SELECT FROM eventstore.events2
    WHERE ("position", in_tx_order) > (SELECT "position", in_tx_order FROM eventstore.relay_cursors WHERE shard = 0)
    LIMIT 1) AS unrelayed
