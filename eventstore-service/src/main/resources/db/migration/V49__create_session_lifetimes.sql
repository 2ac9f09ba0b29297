-- Since when each session goes on, and when something was last done in it: what tells which have gone on for too long. Only the
-- automation that keeps it in the order of the log reads it.
CREATE TABLE eventstore.session_lifetimes (
    instance_id TEXT        NOT NULL,
    session_id  TEXT        NOT NULL,
    began_at    TIMESTAMPTZ NOT NULL,
    active_at   TIMESTAMPTZ NOT NULL,
    -- Where a lifetime of its own was set.
    ends_at     TIMESTAMPTZ,
    CONSTRAINT session_lifetimes_pkey PRIMARY KEY (instance_id, session_id)
);

CREATE INDEX session_lifetimes_by_begin ON eventstore.session_lifetimes (began_at);
CREATE INDEX session_lifetimes_by_activity ON eventstore.session_lifetimes (active_at);
CREATE INDEX session_lifetimes_by_end ON eventstore.session_lifetimes (ends_at) WHERE ends_at IS NOT NULL;
