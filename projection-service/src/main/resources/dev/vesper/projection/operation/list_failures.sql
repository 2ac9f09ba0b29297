-- A page goes on after (failed_since, failure_id), so it stays right while rows come and go.
SELECT
    failure_id, instance_id, aggregate_type, aggregate_id, failed_type, failed_sequence, failed_position,
    failed_in_tx_order, error, attempts, failed_since AS creation_date, last_failed_at, next_attempt_at
FROM projections.parked_aggregates
WHERE projection_name = $1
  AND version = $2
  AND (failed_since, failure_id) > ($3, $4)
  AND ($6 = '' OR instance_id = $6)
ORDER BY failed_since, failure_id
LIMIT $5
