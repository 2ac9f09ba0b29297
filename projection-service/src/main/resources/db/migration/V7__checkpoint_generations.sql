-- A rebuilt view brings rows and parked aggregates of its own, so that whoever kept the old ones must load them anew, even
-- where both stand at the same position. The function with eight parameters stays for the release before.
ALTER TABLE projections.partition_states ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;

-- What the consumer of the partition last said of its lag; NULL before it did. For operators.
ALTER TABLE projections.partition_states ADD COLUMN lag_events BIGINT;
ALTER TABLE projections.partition_states ADD COLUMN oldest_unprocessed_at TIMESTAMPTZ;
ALTER TABLE projections.partition_states ADD COLUMN reported_at TIMESTAMPTZ;

CREATE FUNCTION projections.advance_checkpoint(
    _projection_name TEXT,
    _version INTEGER,
    _partition INTEGER,
    _from_position BIGINT,
    _from_in_tx_order INTEGER,
    _to_position BIGINT,
    _to_in_tx_order INTEGER,
    _kafka_offset BIGINT,
    _generation INTEGER
) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
    UPDATE projections.partition_states
    SET position = _to_position,
        in_tx_order = _to_in_tx_order,
        kafka_offset = COALESCE(_kafka_offset, kafka_offset),
        updated_at = clock_timestamp()
    WHERE projection_name = _projection_name
      AND version = _version
      AND partition = _partition
      AND position = _from_position
      AND in_tx_order = _from_in_tx_order
      AND generation = _generation;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'another consumer moved the checkpoint of % version % on partition %',
            _projection_name, _version, _partition
            USING ERRCODE = 'VP001';
    END IF;
END
$$;
