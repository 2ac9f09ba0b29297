CREATE TABLE projections.oidc_sessions1 (
    instance_id TEXT NOT NULL,
    oidc_session_id TEXT NOT NULL,
    resource_owner TEXT NOT NULL,
    session_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    user_resource_owner TEXT NOT NULL,
    client_id TEXT NOT NULL,
    project_id TEXT NOT NULL,
    app_id TEXT NOT NULL,
    audience TEXT[] NOT NULL,
    scope TEXT[] NOT NULL,
    auth_methods TEXT[] NOT NULL,
    auth_time TIMESTAMPTZ NOT NULL,
    refresh_token_id TEXT,
    refresh_idle_expires_at TIMESTAMPTZ,
    refresh_expires_at TIMESTAMPTZ,
    refresh_revoked_at TIMESTAMPTZ,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    begin_position BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT oidc_sessions1_pkey PRIMARY KEY (instance_id, oidc_session_id)
);

CREATE INDEX oidc_sessions1_by_session ON projections.oidc_sessions1 (instance_id, session_id, client_id);

CREATE TABLE projections.oidc_sessions1_access_tokens (
    instance_id TEXT NOT NULL,
    oidc_session_id TEXT NOT NULL,
    token_id TEXT NOT NULL,
    scope TEXT[] NOT NULL,
    issued_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ,
    CONSTRAINT oidc_sessions1_access_tokens_pkey PRIMARY KEY (instance_id, oidc_session_id, token_id)
);
