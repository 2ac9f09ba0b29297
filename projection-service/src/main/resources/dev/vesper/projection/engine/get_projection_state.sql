SELECT
    (
        SELECT COALESCE(MIN(position), -1)
        FROM projections.partition_states
        WHERE projection_name = $1
          AND version = $2
    ) AS low_mark,
    (
        SELECT COALESCE(MAX(position), -1)
        FROM projections.partition_states
        WHERE projection_name = $1
          AND version = $2
    ) AS high_mark,
    (
        SELECT COUNT(*)::INTEGER
        FROM projections.parked_aggregates
        WHERE projection_name = $1
          AND version = $2
    ) AS parked_aggregates
