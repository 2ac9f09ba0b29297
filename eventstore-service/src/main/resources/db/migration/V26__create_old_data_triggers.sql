-- Runs in the transactions of the system before, with our rights: its role need not know our tables.
CREATE FUNCTION eventstore.note_old_events() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO eventstore.old_data_noted (instance_id, aggregate_type, aggregate_id, "sequence")
    SELECT instance_id, aggregate_type, aggregate_id, event_sequence FROM fresh;
    RETURN NULL;
END
$$;

CREATE FUNCTION eventstore.refuse_old_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events that are being migrated, or were, are not changed or deleted';
END
$$;
