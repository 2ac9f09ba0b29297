-- The position of the first event that was created at a time or later, by halving: along the log the time grows, but for
-- a clock that was set back. The caller allows for that.
WITH RECURSIVE step (low, high) AS (
    SELECT
        (SELECT "position" FROM eventstore.all_events ORDER BY "position", in_tx_order LIMIT 1),
        (SELECT "position" + 1 FROM eventstore.all_events ORDER BY "position" DESC, in_tx_order DESC LIMIT 1)
    UNION ALL
    SELECT
        CASE WHEN probe.created_at < $1::timestamptz THEN probe."position" + 1 ELSE step.low END,
        CASE WHEN probe.created_at < $1 THEN step.high ELSE middle."position" END
    FROM step
    CROSS JOIN LATERAL (SELECT step.low + (step.high - step.low) / 2 AS "position") AS middle
    LEFT JOIN LATERAL (
        SELECT event."position", event.created_at
        FROM eventstore.all_events AS event
        WHERE event."position" >= middle."position"
        ORDER BY event."position", event.in_tx_order
        LIMIT 1) AS probe ON true
    WHERE step.low < step.high
)
SELECT coalesce(max(low), 0) AS "position" FROM step
