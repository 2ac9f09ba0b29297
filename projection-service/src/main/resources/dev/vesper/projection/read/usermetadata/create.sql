CREATE TABLE projections.user_metadata1 (
    instance_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    key TEXT NOT NULL,
    -- Base64; NULL where the person's key is gone.
    value TEXT,
    resource_owner TEXT NOT NULL,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT user_metadata1_pkey PRIMARY KEY (instance_id, user_id, key)
);
