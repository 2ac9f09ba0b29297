-- Whether an index gives the rows in the order of copying.
SELECT EXISTS (
    SELECT FROM pg_index
    JOIN pg_attribute AS first ON first.attrelid = indrelid AND first.attnum = indkey[0]
    WHERE indrelid = 'eventstore.events'::regclass AND indisvalid AND indpred IS NULL AND attname = 'event_sequence') AS found
