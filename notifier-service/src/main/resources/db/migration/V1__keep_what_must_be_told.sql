-- Scheduling state only: the events are the record, and every row here can be made again from them.

-- How far this service has read each partition of the topic. Moves in the transaction that holds what was read.
CREATE TABLE notifier.checkpoints (
    partition INTEGER PRIMARY KEY,
    next_offset BIGINT NOT NULL CHECK (next_offset >= 0),
    position BIGINT NOT NULL,
    in_tx_order INTEGER NOT NULL
);

-- The apps that must be told when a session ends.
CREATE TABLE notifier.registrations (
    instance_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    oidc_session_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    uri TEXT NOT NULL,
    registered_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (instance_id, session_id, oidc_session_id)
);

CREATE INDEX registrations_of_oidc_session ON notifier.registrations (instance_id, oidc_session_id);

-- What has ended and is not announced yet. A row waits here when its registration may still be on its way in another partition.
CREATE TABLE notifier.ends (
    instance_id TEXT NOT NULL,
    aggregate_type TEXT NOT NULL,
    aggregate_id TEXT NOT NULL,
    event_type TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    subject TEXT NOT NULL CHECK (subject IN ('session', 'oidc_session')),
    subject_id TEXT NOT NULL,
    owner TEXT NOT NULL,
    trigger_origin TEXT,
    traceparent TEXT,
    ended_at TIMESTAMPTZ NOT NULL,
    partition INTEGER NOT NULL,
    PRIMARY KEY (instance_id, aggregate_type, aggregate_id, sequence)
);

CREATE INDEX ends_of_partition ON notifier.ends (partition, ended_at);

-- One row per notification: who sends it next, and when.
CREATE TABLE notifier.deliveries (
    instance_id TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'sent', 'canceled')),
    retrying BOOLEAN NOT NULL,
    -- Whether the log must be read before the next attempt, because this row may have missed an outcome.
    unverified BOOLEAN NOT NULL,
    -- Who is talked to: scheme, host and port. What is slow here slows nothing else.
    target TEXT NOT NULL,
    owner TEXT NOT NULL,
    -- The payload of notification.requested.
    request TEXT NOT NULL,
    traceparent TEXT,
    requested_at TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    -- The last sequence of the notification's aggregate that this row knows.
    sequence BIGINT NOT NULL CHECK (sequence >= 1),
    lease_holder UUID,
    lease_until TIMESTAMPTZ,
    finished_at TIMESTAMPTZ,
    PRIMARY KEY (instance_id, id),
    CHECK ((state = 'running') = (lease_holder IS NOT NULL AND lease_until IS NOT NULL)),
    CHECK ((state IN ('sent', 'canceled')) = (finished_at IS NOT NULL))
) WITH (fillfactor = 80);

-- Partial, so that the cost of a claim does not grow with what is finished.
CREATE INDEX deliveries_to_claim ON notifier.deliveries (retrying, target, due_at) WHERE state = 'waiting';
CREATE INDEX deliveries_to_expire ON notifier.deliveries (requested_at) WHERE state = 'waiting';
CREATE INDEX deliveries_to_rescue ON notifier.deliveries (lease_until) WHERE state = 'running';
CREATE INDEX deliveries_to_remove ON notifier.deliveries (finished_at) WHERE finished_at IS NOT NULL;

-- When each instance last had an event that concerns this service.
CREATE TABLE notifier.active_instances (
    instance_id TEXT PRIMARY KEY,
    last_event_at TIMESTAMPTZ NOT NULL
);

-- Events that could not be read. They are never skipped in silence.
CREATE TABLE notifier.unreadable_events (
    partition INTEGER NOT NULL,
    record_offset BIGINT NOT NULL,
    error TEXT NOT NULL,
    found_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (partition, record_offset)
);
