-- Where the events of each push stand, for those who repeat it because its answer was lost. Old rows are purged.
CREATE TABLE eventstore.pushes (
    push_id           UUID        NOT NULL,
    "position"        BIGINT      NOT NULL CHECK ("position" >= 0),
    first_in_tx_order INTEGER     NOT NULL CHECK (first_in_tx_order >= 0),
    event_count       INTEGER     NOT NULL CHECK (event_count > 0),
    pushed_at         TIMESTAMPTZ NOT NULL,
    CONSTRAINT pushes_pkey PRIMARY KEY (push_id)
);

-- Rows arrive in the order of time, so block ranges are enough to find the old ones.
CREATE INDEX pushes_by_age ON eventstore.pushes USING brin (pushed_at) WITH (autosummarize = on);
