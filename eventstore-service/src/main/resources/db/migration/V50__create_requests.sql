-- Writes of the admin API that came with an id of their own, so that the same one again gets the same answer.
CREATE TABLE eventstore.requests (
    request_key TEXT        NOT NULL, -- of instance, caller, method and the caller's id, hashed
    body_hash   TEXT        NOT NULL,
    first_at    TIMESTAMPTZ NOT NULL,
    begun_at    TIMESTAMPTZ NOT NULL, -- of the try that is under way
    answer      TEXT,                 -- sealed, because it may hold a secret that is shown once; none while it is under way
    CONSTRAINT requests_pkey PRIMARY KEY (request_key)
);

-- Rows arrive in the order of time, so block ranges are enough to find the old ones.
CREATE INDEX requests_by_age ON eventstore.requests USING brin (first_at) WITH (autosummarize = on);
