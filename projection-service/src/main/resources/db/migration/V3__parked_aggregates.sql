-- What a projection could not apply. The aggregate waits, all others go on.
CREATE TABLE projections.parked_aggregates (
    projection_name TEXT NOT NULL,
    version INTEGER NOT NULL,
    instance_id TEXT NOT NULL,
    aggregate_type TEXT NOT NULL,
    aggregate_id TEXT NOT NULL,
    partition INTEGER NOT NULL,
    -- The first event that was not applied.
    failed_sequence BIGINT NOT NULL,
    failed_position BIGINT NOT NULL,
    failed_in_tx_order INTEGER NOT NULL,
    -- The last event that was held back because of it.
    held_position BIGINT NOT NULL,
    held_in_tx_order INTEGER NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts > 0),
    next_attempt_at TIMESTAMPTZ NOT NULL,
    error TEXT NOT NULL,
    CONSTRAINT parked_aggregates_pkey
        PRIMARY KEY (projection_name, version, instance_id, aggregate_type, aggregate_id)
);
