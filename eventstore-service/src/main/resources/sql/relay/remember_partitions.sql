-- The first start says for how many partitions the log is written.
INSERT INTO eventstore.partition_count (partitions) VALUES ($1) ON CONFLICT DO NOTHING
