CREATE TABLE projections.users1 (
    instance_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    resource_owner TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'inactive', 'locked', 'removed')),
    user_name TEXT,
    given_name TEXT,
    family_name TEXT,
    display_name TEXT,
    preferred_language TEXT,
    email TEXT,
    is_email_verified BOOLEAN NOT NULL,
    phone TEXT,
    is_phone_verified BOOLEAN NOT NULL,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT users1_pkey PRIMARY KEY (instance_id, user_id),
    -- Of a removed user only the tombstone stays: who it was is forgotten.
    CONSTRAINT users1_forgotten CHECK (
        state <> 'removed'
        OR COALESCE(user_name, given_name, family_name, display_name, preferred_language, email, phone) IS NULL
    )
);

CREATE INDEX users1_by_user_name ON projections.users1 (instance_id, LOWER(user_name)) WHERE state <> 'removed';
CREATE INDEX users1_by_email ON projections.users1 (instance_id, LOWER(email)) WHERE state <> 'removed';
CREATE INDEX users1_by_creation ON projections.users1 (instance_id, creation_date, user_id) WHERE state <> 'removed';
