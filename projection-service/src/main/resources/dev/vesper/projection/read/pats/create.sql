CREATE TABLE projections.pats1 (
    instance_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    token_id TEXT NOT NULL,
    expiration_date TIMESTAMPTZ,
    resource_owner TEXT NOT NULL,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    CONSTRAINT pats1_pkey PRIMARY KEY (instance_id, user_id, token_id)
);

CREATE INDEX pats1_by_creation ON projections.pats1 (instance_id, user_id, creation_date, token_id);
