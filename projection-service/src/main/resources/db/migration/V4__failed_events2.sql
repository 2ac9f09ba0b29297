-- The reference system's table of what failed, for operators who know it. A row goes when its event was applied.
CREATE TABLE projections.failed_events2 (
    projection_name TEXT NOT NULL,
    instance_id TEXT NOT NULL,
    aggregate_type TEXT NOT NULL,
    aggregate_id TEXT NOT NULL,
    event_creation_date TIMESTAMPTZ NOT NULL,
    failed_sequence BIGINT NOT NULL,
    failure_count INTEGER NOT NULL,
    error TEXT,
    last_failed TIMESTAMPTZ NOT NULL,
    CONSTRAINT failed_events2_pkey
        PRIMARY KEY (projection_name, aggregate_type, aggregate_id, failed_sequence, instance_id)
);
