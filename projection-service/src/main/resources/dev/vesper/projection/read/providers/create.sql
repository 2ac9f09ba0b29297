CREATE TABLE projections.providers1 (
    instance_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('smtp', 'sms', 'webhook')),
    id TEXT NOT NULL,
    resource_owner TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    has_secret BOOLEAN NOT NULL,
    -- As the event has it.
    config JSONB NOT NULL,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT providers1_pkey PRIMARY KEY (instance_id, kind, id)
);

CREATE INDEX providers1_by_creation ON projections.providers1 (instance_id, kind, creation_date, id);
