-- Names and columns as in the reference system, so that its data can be brought over; partition is ours.
CREATE TABLE eventstore.events2 (
    -- Empty for the system aggregate alone, which stands above all instances.
    instance_id    TEXT        NOT NULL,
    aggregate_type TEXT        NOT NULL CHECK (aggregate_type <> ''),
    aggregate_id   TEXT        NOT NULL CHECK (aggregate_id <> ''),
    event_type     TEXT        NOT NULL CHECK (event_type <> ''),
    "sequence"     BIGINT      NOT NULL CHECK ("sequence" > 0),
    revision       SMALLINT    NOT NULL CHECK (revision > 0),
    created_at     TIMESTAMPTZ NOT NULL,
    payload        JSONB       CHECK (jsonb_typeof(payload) = 'object'),
    creator        TEXT        NOT NULL,
    "owner"        TEXT        NOT NULL,
    -- The writing transaction's id above a base; never a clock. With in_tx_order the key of the global order.
    "position"     BIGINT      NOT NULL CHECK ("position" >= 0),
    in_tx_order    INTEGER     NOT NULL CHECK (in_tx_order >= 0),
    -- Of the Kafka topic; computed once, so that a key never moves.
    partition      SMALLINT    NOT NULL CHECK (partition >= 0),
    CONSTRAINT events2_pkey PRIMARY KEY (instance_id, aggregate_type, aggregate_id, "sequence")
);

CREATE UNIQUE INDEX events2_global_order ON eventstore.events2 ("position", in_tx_order);
CREATE INDEX es_projection ON eventstore.events2 (instance_id, aggregate_type, event_type, "position", in_tx_order);

CREATE FUNCTION eventstore.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are never changed or deleted';
END
$$;

CREATE TRIGGER events2_append_only BEFORE UPDATE OR DELETE ON eventstore.events2
    FOR EACH STATEMENT EXECUTE FUNCTION eventstore.refuse_change();
