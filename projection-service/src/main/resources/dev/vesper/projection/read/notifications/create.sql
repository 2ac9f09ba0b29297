CREATE TABLE projections.notifications1 (
    instance_id TEXT NOT NULL,
    notification_id TEXT NOT NULL,
    resource_owner TEXT NOT NULL,
    kind TEXT NOT NULL,
    message_type TEXT NOT NULL,
    user_id TEXT,
    session_id TEXT,
    client_id TEXT,
    trigger_aggregate_type TEXT NOT NULL,
    trigger_aggregate_id TEXT NOT NULL,
    trigger_event_type TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'retrying', 'sent', 'canceled')),
    attempts INTEGER NOT NULL,
    last_status INTEGER NOT NULL,
    last_error TEXT,
    cancel_reason TEXT,
    last_attempt_at TIMESTAMPTZ,
    next_attempt_at TIMESTAMPTZ,
    finished_at TIMESTAMPTZ,
    creation_date TIMESTAMPTZ NOT NULL,
    change_date TIMESTAMPTZ NOT NULL,
    sequence BIGINT NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT notifications1_pkey PRIMARY KEY (instance_id, notification_id)
);

CREATE INDEX notifications1_by_creation ON projections.notifications1 (instance_id, creation_date, notification_id);
CREATE INDEX notifications1_by_user
    ON projections.notifications1 (instance_id, user_id, creation_date, notification_id);
CREATE INDEX notifications1_by_session
    ON projections.notifications1 (instance_id, session_id, creation_date, notification_id);
CREATE INDEX notifications1_unfinished
    ON projections.notifications1 (instance_id, state, creation_date, notification_id)
    WHERE state IN ('pending', 'retrying');

CREATE TABLE projections.notifications1_attempts (
    instance_id TEXT NOT NULL,
    notification_id TEXT NOT NULL,
    attempt INTEGER NOT NULL CHECK (attempt > 0),
    ended_at TIMESTAMPTZ NOT NULL,
    status INTEGER NOT NULL,
    error TEXT,
    CONSTRAINT notifications1_attempts_pkey PRIMARY KEY (instance_id, notification_id, attempt)
);
