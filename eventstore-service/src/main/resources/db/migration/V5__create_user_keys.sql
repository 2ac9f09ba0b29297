-- The key that seals a person's fields in events, wrapped by the master key. Deleting the row forgets the person.
CREATE TABLE eventstore.user_keys (
    instance_id TEXT  NOT NULL,
    user_id     TEXT  NOT NULL,
    wrapped     BYTEA NOT NULL CHECK (length(wrapped) > 0),
    CONSTRAINT user_keys_pkey PRIMARY KEY (instance_id, user_id)
);
