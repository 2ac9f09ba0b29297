-- The last event that each shard of the relay has committed to the topic with this id.
CREATE TABLE eventstore.relay_cursors (
    shard       INTEGER NOT NULL CHECK (shard >= 0),
    epoch       BIGINT  NOT NULL CHECK (epoch > 0),
    topic_id    TEXT    NOT NULL CHECK (topic_id <> ''),
    "position"  BIGINT  NOT NULL CHECK ("position" >= -1),
    in_tx_order INTEGER NOT NULL CHECK (in_tx_order >= -1),
    CONSTRAINT relay_cursors_pkey PRIMARY KEY (shard)
);
