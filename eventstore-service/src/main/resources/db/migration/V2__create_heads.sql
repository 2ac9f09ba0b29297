-- Where each aggregate stands: its last sequence, that event's position, and its owner.
CREATE TABLE eventstore.heads (
    instance_id    TEXT   NOT NULL,
    aggregate_type TEXT   NOT NULL,
    aggregate_id   TEXT   NOT NULL,
    "sequence"     BIGINT NOT NULL CHECK ("sequence" > 0),
    "position"     BIGINT NOT NULL CHECK ("position" >= 0),
    "owner"        TEXT   NOT NULL,
    CONSTRAINT heads_pkey PRIMARY KEY (instance_id, aggregate_type, aggregate_id)
) WITH (fillfactor = 80);

CREATE FUNCTION eventstore.refuse_falling_position() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'position falls from % to % at sequence % of %/%/%', OLD."position", NEW."position", NEW."sequence",
        NEW.instance_id, NEW.aggregate_type, NEW.aggregate_id
        USING HINT = 'a transaction drew its id before it held its locks, or the server was restored without raising the base';
END
$$;

-- Readers of the global order see an aggregate's events in sequence only while this holds.
CREATE TRIGGER heads_rise BEFORE UPDATE ON eventstore.heads
    FOR EACH ROW WHEN (NEW."position" < OLD."position" OR NEW."sequence" <= OLD."sequence")
    EXECUTE FUNCTION eventstore.refuse_falling_position();
