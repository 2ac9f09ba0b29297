-- Who leads at what. Each new holder gets a higher epoch, by which writes of an old one are refused.
CREATE TABLE eventstore.leases (
    name       TEXT        NOT NULL CHECK (name <> ''),
    holder     TEXT        NOT NULL CHECK (holder <> ''),
    epoch      BIGINT      NOT NULL CHECK (epoch > 0),
    expires_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT leases_pkey PRIMARY KEY (name)
);
