-- The reference system's names; is_project_active and removed rows are ours. A setup step adds back_channel_logout_uri.
CREATE TABLE projections.apps7 (
    instance_id TEXT NOT NULL,
    id TEXT NOT NULL,
    project_id TEXT NOT NULL,
    resource_owner TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'inactive', 'removed')),
    is_project_active BOOLEAN NOT NULL,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT apps7_pkey PRIMARY KEY (instance_id, id)
);

CREATE INDEX apps7_by_project ON projections.apps7 (instance_id, project_id, creation_date, id);

CREATE TABLE projections.apps7_oidc_configs (
    instance_id TEXT NOT NULL,
    app_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    redirect_uris TEXT[] NOT NULL,
    post_logout_redirect_uris TEXT[] NOT NULL,
    response_types TEXT[] NOT NULL,
    grant_types TEXT[] NOT NULL,
    application_type TEXT NOT NULL,
    auth_method_type TEXT NOT NULL,
    access_token_type TEXT NOT NULL,
    is_dev_mode BOOLEAN NOT NULL,
    back_channel_logout_session_required BOOLEAN NOT NULL,
    front_channel_logout_uri TEXT,
    front_channel_logout_session_required BOOLEAN NOT NULL,
    id_token_signed_response_alg TEXT NOT NULL,
    CONSTRAINT apps7_oidc_configs_pkey PRIMARY KEY (instance_id, app_id)
);

CREATE INDEX apps7_oidc_configs_by_client ON projections.apps7_oidc_configs (instance_id, client_id);
