INSERT INTO projections.rebuilds (projection_name, version, state, started_by, started_at, horizon_position)
VALUES ($1, $2, 'building', $3, clock_timestamp(), $4)
RETURNING *, -1::BIGINT AS position, 0 AS parked_aggregates
