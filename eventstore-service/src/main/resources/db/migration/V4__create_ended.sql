-- What has ended, and at which position last: nothing is minted for it any more.
CREATE TABLE eventstore.ended (
    instance_id TEXT   NOT NULL,
    kind        TEXT   NOT NULL CHECK (kind IN ('session', 'oidc_session', 'user', 'app', 'project', 'org', 'instance')),
    id          TEXT   NOT NULL CHECK (id <> ''),
    "position"  BIGINT NOT NULL CHECK ("position" >= 0),
    reason      TEXT   NOT NULL,
    CONSTRAINT ended_pkey PRIMARY KEY (instance_id, kind, id)
);
