-- Readers of the global order see an aggregate in sequence only where this finds nothing.
SELECT format('%s/%s/%s %s stands before its predecessor', instance_id, aggregate_type, aggregate_id, "sequence") AS fall
FROM (
    SELECT *, lag("position") OVER aggregate AS position_before, lag(in_tx_order) OVER aggregate AS order_before
    FROM eventstore.all_events
    WINDOW aggregate AS (PARTITION BY instance_id, aggregate_type, aggregate_id ORDER BY "sequence")) AS event
WHERE ("position", in_tx_order) <= (position_before, order_before)
LIMIT ?
