UPDATE projections.parked_aggregates
SET held_position = $6, held_in_tx_order = $7
WHERE projection_name = $1
  AND version = $2
  AND instance_id = $3
  AND aggregate_type = $4
  AND aggregate_id = $5
