CREATE TABLE projections.instances1 (
    instance_id TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'removed')),
    default_org_id TEXT,
    max_password_attempts INTEGER CHECK (max_password_attempts >= 0),
    access_token_lifetime_ms BIGINT,
    id_token_lifetime_ms BIGINT,
    refresh_token_idle_expiration_ms BIGINT,
    refresh_token_expiration_ms BIGINT,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT instances1_pkey PRIMARY KEY (instance_id)
);

CREATE TABLE projections.instances1_domains (
    instance_id TEXT NOT NULL,
    domain TEXT NOT NULL,
    is_generated BOOLEAN NOT NULL,
    is_primary BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT instances1_domains_pkey PRIMARY KEY (instance_id, domain)
);

CREATE INDEX instances1_domains_by_domain ON projections.instances1_domains (domain);
