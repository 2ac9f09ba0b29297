CREATE TABLE projections.users2 (
    instance_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    resource_owner TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'inactive', 'locked', 'removed')),
    type TEXT NOT NULL CHECK (type IN ('human', 'machine')),
    user_name TEXT,
    given_name TEXT,
    family_name TEXT,
    display_name TEXT,
    preferred_language TEXT,
    email TEXT,
    is_email_verified BOOLEAN NOT NULL DEFAULT FALSE,
    phone TEXT,
    is_phone_verified BOOLEAN NOT NULL DEFAULT FALSE,
    machine_name TEXT,
    machine_description TEXT,
    access_token_type TEXT,
    has_password BOOLEAN NOT NULL DEFAULT FALSE,
    is_password_change_required BOOLEAN NOT NULL DEFAULT FALSE,
    has_totp BOOLEAN NOT NULL DEFAULT FALSE,
    has_otp_sms BOOLEAN NOT NULL DEFAULT FALSE,
    has_otp_email BOOLEAN NOT NULL DEFAULT FALSE,
    has_secret BOOLEAN NOT NULL DEFAULT FALSE,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT users2_pkey PRIMARY KEY (instance_id, user_id),
    -- Of a removed user only the tombstone stays: who it was is forgotten.
    CONSTRAINT users2_forgotten CHECK (
        state <> 'removed'
        OR COALESCE(
            user_name, given_name, family_name, display_name, preferred_language, email, phone,
            machine_name, machine_description
        ) IS NULL
    )
);

CREATE INDEX users2_by_user_name ON projections.users2 (instance_id, LOWER(user_name)) WHERE state <> 'removed';
CREATE INDEX users2_by_email ON projections.users2 (instance_id, LOWER(email)) WHERE state <> 'removed';
CREATE INDEX users2_by_creation ON projections.users2 (instance_id, creation_date, user_id) WHERE state <> 'removed';
