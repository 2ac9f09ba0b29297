CREATE INDEX CONCURRENTLY vesper_old_order ON eventstore.events (event_sequence, instance_id)
