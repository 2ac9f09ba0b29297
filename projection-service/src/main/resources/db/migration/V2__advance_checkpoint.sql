-- Moves a checkpoint on, if it stands where the caller left it. The row stays locked until the transaction ends. A
-- consumer that slept through a rebalance fails here, and with it all that it was about to write.
CREATE FUNCTION projections.advance_checkpoint(
    _projection_name TEXT,
    _version INTEGER,
    _partition INTEGER,
    _from_position BIGINT,
    _from_in_tx_order INTEGER,
    _to_position BIGINT,
    _to_in_tx_order INTEGER,
    _kafka_offset BIGINT
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
      AND in_tx_order = _from_in_tx_order;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'another consumer moved the checkpoint of % version % on partition %',
            _projection_name, _version, _partition
            USING ERRCODE = 'VP001';
    END IF;
END
$$;
