CREATE TABLE projections.machine_keys1 (
    instance_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    public_key TEXT NOT NULL,
    expiration_date TIMESTAMPTZ,
    resource_owner TEXT NOT NULL,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT machine_keys1_pkey PRIMARY KEY (instance_id, user_id, key_id)
);

CREATE INDEX machine_keys1_by_creation ON projections.machine_keys1 (instance_id, user_id, creation_date, key_id);
