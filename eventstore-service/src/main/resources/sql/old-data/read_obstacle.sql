SELECT (SELECT phase FROM eventstore.old_data) AS phase,
    EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = to_regclass('eventstore.events') AND attname = 'event_sequence' AND NOT attisdropped) AS old_table
