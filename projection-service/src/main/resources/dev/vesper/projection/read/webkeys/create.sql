CREATE TABLE projections.web_keys1 (
    instance_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('added', 'active', 'inactive', 'removed')),
    public_key TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT web_keys1_pkey PRIMARY KEY (instance_id, key_id)
);
