CREATE TABLE projections.user_grants1 (
    instance_id TEXT NOT NULL,
    grant_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    resource_owner TEXT NOT NULL,
    project_id TEXT NOT NULL,
    role_keys TEXT[] NOT NULL,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT user_grants1_pkey PRIMARY KEY (instance_id, grant_id)
);

CREATE INDEX user_grants1_by_user ON projections.user_grants1 (instance_id, user_id);
CREATE INDEX user_grants1_by_creation ON projections.user_grants1 (instance_id, creation_date, grant_id);
