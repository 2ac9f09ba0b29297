-- The offset is forgotten: from here on the topic is read from its first record, and what the log gave is skipped.
UPDATE projections.partition_states
SET catching_up = FALSE, kafka_offset = NULL
WHERE projection_name = $1
  AND version = $2
  AND partition = $3
