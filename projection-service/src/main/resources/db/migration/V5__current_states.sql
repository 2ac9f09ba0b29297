-- Where each projection starts for an instance, and its low mark (position). The names are the reference system's; the
-- row without an instance holds the low mark over all of them.
CREATE TABLE projections.current_states (
    projection_name TEXT NOT NULL,
    instance_id TEXT NOT NULL,
    aggregate_type TEXT,
    aggregate_id TEXT,
    sequence BIGINT,
    event_date TIMESTAMPTZ,
    position NUMERIC,
    filter_offset INTEGER,
    last_updated TIMESTAMPTZ,
    -- Events of the instance at or before this position are not handled. Setup steps write it.
    start_position BIGINT NOT NULL DEFAULT -1,
    CONSTRAINT current_states_pkey PRIMARY KEY (projection_name, instance_id)
);
