-- A position is this base and the transaction id. Transaction ids start anew on another server and may repeat on another
-- timeline, so each pair has a base of its own; without one, nothing is pushed.
CREATE TABLE eventstore.position_base (
    system_identifier BIGINT  NOT NULL,
    timeline          INTEGER NOT NULL CHECK (timeline > 0),
    base              BIGINT  NOT NULL CHECK (base >= 0),
    CONSTRAINT position_base_pkey PRIMARY KEY (system_identifier, timeline)
);

-- The timeline stands in the name of the file that is written now. The control file would still name the old one for a
-- while after a failover.
CREATE VIEW eventstore.this_server AS
SELECT system_identifier,
       ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer AS timeline
FROM pg_control_system();
