-- Rows of the system have an empty instance id.
CREATE TABLE projections.features1 (
    instance_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT features1_pkey PRIMARY KEY (instance_id, key)
);
