-- How far each automation has come in the global order, and the lease epoch under which it got there.
CREATE TABLE eventstore.automation_cursors (
    name        TEXT    NOT NULL CHECK (name <> ''),
    epoch       BIGINT  NOT NULL CHECK (epoch > 0),
    "position"  BIGINT  NOT NULL CHECK ("position" >= -1),
    in_tx_order INTEGER NOT NULL CHECK (in_tx_order >= -1),
    CONSTRAINT automation_cursors_pkey PRIMARY KEY (name)
);

-- Which sessions go on, by user and organisation: what a bulk end must end one by one. Only the automation that keeps it
-- in the order of the log reads it, so it is exact at each event, whatever a view knows.
CREATE TABLE eventstore.live_sessions (
    instance_id TEXT    NOT NULL,
    session_id  TEXT    NOT NULL,
    user_id     TEXT    NOT NULL,
    org_id      TEXT    NOT NULL,
    "position"  BIGINT  NOT NULL,
    in_tx_order INTEGER NOT NULL,
    CONSTRAINT live_sessions_pkey PRIMARY KEY (instance_id, session_id)
);

CREATE INDEX live_sessions_by_user ON eventstore.live_sessions (instance_id, user_id, session_id);
CREATE INDEX live_sessions_by_org ON eventstore.live_sessions (instance_id, org_id, session_id);

-- The same for the apps in those sessions.
CREATE TABLE eventstore.live_grants (
    instance_id     TEXT    NOT NULL,
    oidc_session_id TEXT    NOT NULL,
    session_id      TEXT    NOT NULL,
    app_id          TEXT    NOT NULL,
    project_id      TEXT    NOT NULL,
    "position"      BIGINT  NOT NULL,
    in_tx_order     INTEGER NOT NULL,
    CONSTRAINT live_grants_pkey PRIMARY KEY (instance_id, oidc_session_id)
);

CREATE INDEX live_grants_by_app ON eventstore.live_grants (instance_id, app_id, oidc_session_id);
CREATE INDEX live_grants_by_project ON eventstore.live_grants (instance_id, project_id, oidc_session_id);
CREATE INDEX live_grants_by_session ON eventstore.live_grants (instance_id, session_id);
