-- What was done once, and is never done again: numbered steps, and the creation of each view's tables.
CREATE TABLE projections.setup_steps (
    step TEXT NOT NULL,
    done_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT setup_steps_pkey PRIMARY KEY (step)
);
