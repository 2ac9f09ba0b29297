-- One row per subject that has ended, at its last time: what began before it is dead, even if the subject lives again.
CREATE TABLE projections.ended1 (
    instance_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('session', 'oidc_session', 'user', 'app', 'project', 'org', 'instance')),
    id TEXT NOT NULL,
    reason TEXT NOT NULL,
    ended_at TIMESTAMPTZ NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT ended1_pkey PRIMARY KEY (instance_id, kind, id)
);
