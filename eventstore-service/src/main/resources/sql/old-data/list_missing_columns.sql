SELECT wanted.name
FROM unnest(ARRAY[
    'instance_id', 'aggregate_type', 'aggregate_id', 'event_type', 'event_sequence', 'aggregate_version',
    'creation_date', 'event_data', 'editor_user', 'resource_owner']) AS wanted (name)
WHERE NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = 'eventstore.events'::regclass AND attname = wanted.name AND NOT attisdropped)
