-- Events of aggregates that are finished and old. Where each stands in its aggregate and in the global order stays the
-- same, so the same indexes serve the same reads.
CREATE TABLE eventstore.archived_events (
    LIKE eventstore.events2 INCLUDING CONSTRAINTS,
    CONSTRAINT archived_events_pkey PRIMARY KEY (instance_id, aggregate_type, aggregate_id, "sequence")
);

CREATE UNIQUE INDEX archived_events_global_order ON eventstore.archived_events ("position", in_tx_order);
CREATE INDEX archived_events_by_type
    ON eventstore.archived_events (instance_id, aggregate_type, event_type, "position", in_tx_order);

-- What every reader reads. An event is moved within one transaction, so each snapshot holds it exactly once; and because
-- both tables have the same indexes, the planner merges two ordered scans.
CREATE VIEW eventstore.all_events AS
SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator, "owner",
    "position", in_tx_order, partition
FROM eventstore.events2
UNION ALL
SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator, "owner",
    "position", in_tx_order, partition
FROM eventstore.archived_events;

CREATE TRIGGER archived_events_append_only BEFORE UPDATE OR DELETE ON eventstore.archived_events
    FOR EACH STATEMENT EXECUTE FUNCTION eventstore.refuse_change();

-- An event leaves events2 in one way only: when it stands in the archive, as it was, at the end of the same statement.
CREATE FUNCTION eventstore.refuse_loss() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM gone
        WHERE NOT EXISTS (
            SELECT FROM eventstore.archived_events AS kept
            WHERE (kept.instance_id, kept.aggregate_type, kept.aggregate_id, kept."sequence")
                    = (gone.instance_id, gone.aggregate_type, gone.aggregate_id, gone."sequence")
                AND kept IS NOT DISTINCT FROM ROW (gone.*)::eventstore.archived_events
            -- One by one through the primary key, whatever the planner knows of an archive that has just begun to grow.
            OFFSET 0))
    THEN
        RAISE EXCEPTION 'events are never changed or deleted; they can only be archived';
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER events2_append_only ON eventstore.events2;

CREATE TRIGGER events2_append_only BEFORE UPDATE ON eventstore.events2
    FOR EACH STATEMENT EXECUTE FUNCTION eventstore.refuse_change();

CREATE TRIGGER events2_never_lost AFTER DELETE ON eventstore.events2 REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION eventstore.refuse_loss();
