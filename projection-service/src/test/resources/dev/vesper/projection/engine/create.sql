CREATE TABLE projections.tally1 (
    instance_id TEXT NOT NULL,
    project_id TEXT NOT NULL,
    events INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    name TEXT NOT NULL CONSTRAINT tally1_name CHECK (name <> 'forbidden'),
    CONSTRAINT tally1_pkey PRIMARY KEY (instance_id, project_id)
);
