-- An order to skip stays while the same event fails, and is done with once another one does.
WITH parked AS (
    INSERT INTO projections.parked_aggregates (
        projection_name, version, instance_id, aggregate_type, aggregate_id, partition,
        failed_sequence, failed_position, failed_in_tx_order, held_position, held_in_tx_order,
        attempts, next_attempt_at, error, failed_type, failed_since, last_failed_at
    ) VALUES ($1, $2, $4, $5, $6, $7, $8, $9, $10, $9, $10, 1, $12, $13, $14, clock_timestamp(), clock_timestamp())
    ON CONFLICT (projection_name, version, instance_id, aggregate_type, aggregate_id)
    DO UPDATE SET
        failed_sequence = EXCLUDED.failed_sequence,
        failed_position = EXCLUDED.failed_position,
        failed_in_tx_order = EXCLUDED.failed_in_tx_order,
        failed_type = EXCLUDED.failed_type,
        attempts = CASE
            WHEN parked_aggregates.failed_sequence = EXCLUDED.failed_sequence THEN parked_aggregates.attempts + 1
            ELSE 1
        END,
        failed_since = CASE
            WHEN parked_aggregates.failed_sequence = EXCLUDED.failed_sequence THEN parked_aggregates.failed_since
            ELSE EXCLUDED.failed_since
        END,
        skip_by = CASE
            WHEN parked_aggregates.failed_sequence = EXCLUDED.failed_sequence THEN parked_aggregates.skip_by
        END,
        skip_reason = CASE
            WHEN parked_aggregates.failed_sequence = EXCLUDED.failed_sequence THEN parked_aggregates.skip_reason
        END,
        last_failed_at = EXCLUDED.last_failed_at,
        next_attempt_at = EXCLUDED.next_attempt_at,
        error = EXCLUDED.error
)
INSERT INTO projections.failed_events2 (
    projection_name, instance_id, aggregate_type, aggregate_id, event_creation_date, failed_sequence,
    failure_count, error, last_failed
) VALUES ($3, $4, $5, $6, $11, $8, 1, $13, clock_timestamp())
ON CONFLICT (projection_name, aggregate_type, aggregate_id, failed_sequence, instance_id)
DO UPDATE SET
    failure_count = failed_events2.failure_count + 1,
    error = EXCLUDED.error,
    last_failed = EXCLUDED.last_failed
