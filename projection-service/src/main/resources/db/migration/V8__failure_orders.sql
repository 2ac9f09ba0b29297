-- What an operator sees of a parked aggregate, and what he orders for it. The consumer of its partition obeys.
ALTER TABLE projections.parked_aggregates ADD COLUMN failed_type TEXT NOT NULL DEFAULT '';
ALTER TABLE projections.parked_aggregates ADD COLUMN failed_since TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp();
ALTER TABLE projections.parked_aggregates ADD COLUMN last_failed_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp();
ALTER TABLE projections.parked_aggregates ADD COLUMN skip_by TEXT;
ALTER TABLE projections.parked_aggregates ADD COLUMN skip_reason TEXT;
ALTER TABLE projections.parked_aggregates ADD CONSTRAINT parked_aggregates_skip
    CHECK ((skip_by IS NULL) = (skip_reason IS NULL));

-- Names the event that failed: another event of the same aggregate is another failure.
ALTER TABLE projections.parked_aggregates ADD COLUMN failure_id TEXT GENERATED ALWAYS AS (md5(
    projection_name || '/' || version::TEXT || '/' || instance_id || '/' || aggregate_type || '/' || aggregate_id || '/'
    || failed_sequence::TEXT
)) STORED;
CREATE INDEX parked_aggregates_by_failure ON projections.parked_aggregates (failure_id);

-- Events that were left out by order. A rebuild leaves them out too.
CREATE TABLE projections.skipped_events (
    projection_name TEXT NOT NULL,
    version INTEGER NOT NULL,
    instance_id TEXT NOT NULL,
    aggregate_type TEXT NOT NULL,
    aggregate_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    skipped_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    skipped_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT skipped_events_pkey
        PRIMARY KEY (projection_name, version, instance_id, aggregate_type, aggregate_id, sequence)
);
