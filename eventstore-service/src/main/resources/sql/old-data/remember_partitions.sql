-- Each event has its partition stored with it, so their number never changes.
INSERT INTO eventstore.partition_count (partitions) VALUES (?) ON CONFLICT DO NOTHING
