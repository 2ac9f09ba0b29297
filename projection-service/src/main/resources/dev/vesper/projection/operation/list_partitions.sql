-- A report that is older than $3 milliseconds says nothing about now.
SELECT
    partition, position, in_tx_order, catching_up, updated_at,
    CASE WHEN is_reported THEN COALESCE(lag_events, -1) ELSE -1 END AS lag_events,
    CASE
        WHEN is_reported THEN COALESCE(EXTRACT(EPOCH FROM clock_timestamp() - oldest_unprocessed_at), 0)
        ELSE 0
    END::DOUBLE PRECISION AS lag_seconds
FROM projections.partition_states
CROSS JOIN LATERAL (
    SELECT COALESCE(
        NOT catching_up AND reported_at > clock_timestamp() - $3::BIGINT * INTERVAL '1 millisecond', FALSE
    ) AS is_reported
) AS report
WHERE projection_name = $1
  AND version = $2
ORDER BY partition
