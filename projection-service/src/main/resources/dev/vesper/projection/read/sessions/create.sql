CREATE TABLE projections.sessions1 (
    instance_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    resource_owner TEXT NOT NULL,
    user_id TEXT,
    user_resource_owner TEXT,
    user_agent_id TEXT NOT NULL,
    user_agent_description TEXT,
    user_agent_ip TEXT,
    user_checked_at TIMESTAMPTZ,
    password_checked_at TIMESTAMPTZ,
    expires_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    end_reason TEXT,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    -- Of the first event: end markers at or after it end the session.
    begin_position BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT sessions1_pkey PRIMARY KEY (instance_id, session_id),
    CONSTRAINT sessions1_end CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX sessions1_by_creation ON projections.sessions1 (instance_id, creation_date, session_id);
CREATE INDEX sessions1_by_user ON projections.sessions1 (instance_id, user_id, creation_date, session_id);
CREATE INDEX sessions1_by_user_agent ON projections.sessions1 (instance_id, user_agent_id, creation_date, session_id);
