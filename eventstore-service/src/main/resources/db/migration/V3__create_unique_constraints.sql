-- Values that only one may hold; instance_id is empty where that counts over all instances.
CREATE TABLE eventstore.unique_constraints (
    instance_id  TEXT NOT NULL,
    unique_type  TEXT NOT NULL CHECK (unique_type <> ''),
    unique_field TEXT NOT NULL,
    CONSTRAINT unique_constraints_pkey PRIMARY KEY (instance_id, unique_type, unique_field)
);
