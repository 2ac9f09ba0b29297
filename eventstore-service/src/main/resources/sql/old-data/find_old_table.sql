-- Under which name the table of the system before stands, if it is there.
SELECT name
FROM unnest(ARRAY['events', 'events_old']) AS name
WHERE EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('eventstore.' || name) AND attname = 'event_sequence' AND NOT attisdropped)
