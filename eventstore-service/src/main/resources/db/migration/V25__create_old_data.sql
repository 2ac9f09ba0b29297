-- How far the migration of eventstore.events, the table of the system before, has come. No row: it has not begun.
CREATE TABLE eventstore.old_data (
    only_one       BOOLEAN NOT NULL DEFAULT true CHECK (only_one),
    phase          TEXT    NOT NULL CHECK (phase IN ('copying', 'catching_up', 'cut_over')),
    -- The last row that was copied, in the order of copying.
    last_sequence  BIGINT  NOT NULL DEFAULT 0,
    last_instance  TEXT    NOT NULL DEFAULT '',
    last_type      TEXT    NOT NULL DEFAULT '',
    last_id        TEXT    NOT NULL DEFAULT '',
    rows_done      BIGINT  NOT NULL DEFAULT 0 CHECK (rows_done >= 0),
    rows_expected  BIGINT  NOT NULL CHECK (rows_expected >= 0),
    CONSTRAINT old_data_pkey PRIMARY KEY (only_one)
);

-- Rows that the system before wrote while the migration was under way; a trigger on its table notes them here in its own
-- transactions, so none can be missed however late that transaction commits.
CREATE TABLE eventstore.old_data_noted (
    id             BIGINT GENERATED ALWAYS AS IDENTITY,
    instance_id    TEXT   NOT NULL,
    aggregate_type TEXT   NOT NULL,
    aggregate_id   TEXT   NOT NULL,
    "sequence"     BIGINT NOT NULL,
    CONSTRAINT old_data_noted_pkey PRIMARY KEY (id)
);
