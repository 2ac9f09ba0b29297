-- Where each projection stands in each partition. Rows of a view and its checkpoint are written in one transaction.
CREATE TABLE projections.partition_states (
    projection_name TEXT NOT NULL,
    version INTEGER NOT NULL,
    partition INTEGER NOT NULL CHECK (partition >= 0),
    position BIGINT NOT NULL,
    in_tx_order INTEGER NOT NULL,
    -- The next record to read; NULL when only the position is known.
    kafka_offset BIGINT CHECK (kafka_offset >= 0),
    -- The log is read first, because the topic may not hold all that the view has not seen.
    catching_up BOOLEAN NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT partition_states_pkey PRIMARY KEY (projection_name, version, partition)
);
