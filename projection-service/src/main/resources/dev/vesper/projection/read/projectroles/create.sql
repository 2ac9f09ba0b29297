CREATE TABLE projections.project_roles1 (
    instance_id TEXT NOT NULL,
    project_id TEXT NOT NULL,
    role_key TEXT NOT NULL,
    display_name TEXT NOT NULL,
    group_name TEXT,
    resource_owner TEXT NOT NULL,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT project_roles1_pkey PRIMARY KEY (instance_id, project_id, role_key)
);

CREATE INDEX project_roles1_by_creation
    ON projections.project_roles1 (instance_id, project_id, creation_date, role_key);
