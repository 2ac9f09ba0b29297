-- As little as an event table can be: a key per event, and a position of its own.
CREATE TABLE events (
    instance_id    TEXT   NOT NULL,
    aggregate_type TEXT   NOT NULL,
    aggregate_id   TEXT   NOT NULL,
    "sequence"     BIGINT NOT NULL,
    payload        JSONB  NOT NULL,
    "position"     BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    PRIMARY KEY (instance_id, aggregate_type, aggregate_id, "sequence")
)
