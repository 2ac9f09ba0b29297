-- Who registered to be told when the session ends: the session_logout aggregate.
CREATE TABLE projections.logouts1_registrations (
    instance_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    oidc_session_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    back_channel_logout_uri TEXT NOT NULL,
    registered_at TIMESTAMPTZ NOT NULL,
    closed_at TIMESTAMPTZ,
    close_state TEXT CHECK (close_state IN ('sent', 'canceled')),
    close_reason TEXT,
    position BIGINT NOT NULL,
    CONSTRAINT logouts1_registrations_pkey PRIMARY KEY (instance_id, session_id, client_id)
);

-- What was requested of the notifier: the notification aggregate. The two are joined when they are read, because they come
-- in any order.
CREATE TABLE projections.logouts1_notifications (
    instance_id TEXT NOT NULL,
    notification_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'retrying', 'sent', 'canceled')),
    attempts INTEGER NOT NULL,
    last_status INTEGER NOT NULL,
    last_error TEXT,
    requested_at TIMESTAMPTZ NOT NULL,
    last_attempt_at TIMESTAMPTZ,
    next_attempt_at TIMESTAMPTZ,
    finished_at TIMESTAMPTZ,
    position BIGINT NOT NULL,
    CONSTRAINT logouts1_notifications_pkey PRIMARY KEY (instance_id, notification_id)
);

CREATE INDEX logouts1_notifications_by_session
    ON projections.logouts1_notifications (instance_id, session_id, client_id, requested_at);
