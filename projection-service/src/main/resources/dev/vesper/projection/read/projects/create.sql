CREATE TABLE projections.projects1 (
    instance_id TEXT NOT NULL,
    project_id TEXT NOT NULL,
    resource_owner TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'inactive', 'removed')),
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT projects1_pkey PRIMARY KEY (instance_id, project_id)
);

CREATE INDEX projects1_by_creation ON projections.projects1 (instance_id, creation_date, project_id)
    WHERE state <> 'removed';
