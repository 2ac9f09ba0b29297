-- Events at or before such a position are not handled.
SELECT 'projections.current_states, start of ' || projection_name AS place, start_position AS position, 0 AS in_tx_order
FROM projections.current_states
ORDER BY start_position DESC
LIMIT 1
