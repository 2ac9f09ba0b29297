-- As little as a log can be: one row per event, with its key.
CREATE TABLE yardstick (
    id      UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    payload JSONB NOT NULL
)
